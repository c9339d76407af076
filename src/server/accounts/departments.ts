/** Departments of this server. */
import { failure, type Result, success } from "../../kernel/result.ts";
import { isDuplicate } from "../database/duplicate.ts";
import { newId } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";

export interface Department {
  readonly id: string;
  readonly name: string;
}

export async function createDepartment(
  database: Database,
  name: string,
  nowMs: number,
): Promise<Result<Department>> {
  const id = newId();
  try {
    await database.insertInto("department").values({ id, name, created_ms: nowMs }).execute();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return failure({
      code: "department.taken",
      place: "name",
      sentence: `There is a department named "${name}" already.`,
      remedy: "Choose a name that tells the two apart.",
    });
  }
  return success({ id, name });
}

export function listDepartments(database: Database): Promise<Department[]> {
  return database.selectFrom("department").select(["id", "name"]).orderBy("name").execute();
}

export function findDepartment(database: Database, id: string): Promise<Department | undefined> {
  return database
    .selectFrom("department")
    .select(["id", "name"])
    .where("id", "=", id)
    .executeTakeFirst();
}
