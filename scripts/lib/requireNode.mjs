/**
 * Imported first by every script: says in words that this Node is too old, instead of failing on
 * syntax or on a missing function later. Uses nothing that an old Node would not understand.
 */
const parts = process.versions.node.split(".").map(Number);
const major = parts[0];
const minor = parts[1];

// The floor of Vite 8: 20.19 in the 20 line, 22.12 in the 22 line, anything from 23 on.
const isNewEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23;

if (!isNewEnough) {
  console.error(
    `OnBypass needs Node.js 20.19 or later in the 20 line, or 22.12 or later. This is Node.js ${process.versions.node}.\n` +
      "Install a current release from https://nodejs.org and run the same command again.",
  );
  process.exit(1);
}
