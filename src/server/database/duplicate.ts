/** Whether a write failed because the key is there already, on either engine. */
const UNIQUE_VIOLATION = "23505"; // PostgreSQL, class 23

export function isDuplicate(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return (
    code === UNIQUE_VIOLATION || /^SQLITE_CONSTRAINT_(?:PRIMARYKEY|UNIQUE)$/.test(String(code))
  );
}
