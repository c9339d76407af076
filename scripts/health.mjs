/** Asks the server on this machine whether it works; the exit code says so. For a container's health check. */
const [port = "4455"] = process.argv.slice(2);

try {
  const reply = await fetch(`http://127.0.0.1:${port}/health`);
  process.exitCode = reply.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
