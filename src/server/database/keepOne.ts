/** Writes what there may be one of; of two at once the second is told so, and nothing of it is kept. */
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import { isDuplicate } from "./duplicate.ts";

export async function keepOne(
  write: () => Promise<void>,
  otherwise: Problem,
): Promise<Result<undefined>> {
  try {
    await write();
    return success(undefined);
  } catch (error) {
    if (isDuplicate(error)) return failure(otherwise);
    throw error;
  }
}
