/** Calls to the server's API: a value, or a problem to show. Never throws for what a person can mend. */
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";

const unreachable: Problem = {
  code: "server.unreachable",
  place: "the server",
  sentence: "The server does not answer.",
  remedy: "Check the connection and try again.",
};

const offline: Problem = {
  code: "server.offline",
  place: "the server",
  sentence: "This needs the server, and this device is offline.",
  remedy: "Connect it and try again. To practise alone no connection is needed.",
};

type Method = "GET" | "POST" | "PATCH" | "DELETE";

export async function callApi<T>(
  method: Method,
  url: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<Result<T>> {
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      credentials: "same-origin",
      ...(method !== "GET" && {
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body ?? {}),
      }),
    });
  } catch {
    return failure(navigator.onLine ? unreachable : offline);
  }
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  if (!isJson) return failure(unreachable);
  const answer = (await response.json()) as unknown;
  return response.ok ? success(answer as T) : failure(answer as Problem);
}
