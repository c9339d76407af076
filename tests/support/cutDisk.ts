/**
 * A disk whose power can be cut: a file behind a loop device, with a file system that is told to stop at
 * once and to write nothing more (the ioctl that file systems' own tests use). What was not on the disk by
 * then is gone, as with a real cut: a killed process alone loses nothing that it had written. What the disk
 * itself has taken it keeps, so a drive that lies about its cache is not shown by this.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const MEGABYTES = 256;
const PROGRAMS = ["mkfs.ext4", "losetup", "mount", "umount", "perl", "cp"];
/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: not even its journal is written out. */
const CUT =
  'open(my $f, "<", $ARGV[0]) or die $!; my $how = pack("L", 2); ioctl($f, 0x8004587d, $how) or die $!';

export interface CutDisk {
  /** A folder on the disk. */
  readonly folder: string;
  /** From here on the disk takes nothing more. */
  cutPower(): void;
  /** The power is back, and the folder is there again with what the disk had taken. */
  restorePower(): void;
  remove(): void;
}

/** Why there can be no such disk here; undefined when there can. */
export function whyNoCutDisk(): string | undefined {
  if (process.platform !== "linux") return "The power of a disk is cut on Linux only.";
  if (process.getuid?.() !== 0) return "Only root can make a disk to cut the power of.";
  const missing = PROGRAMS.find((name) => spawnSync(name, ["--version"]).error !== undefined);
  return missing === undefined ? undefined : `${missing} is not on this machine.`;
}

function run(name: string, args: readonly string[]): string {
  const found = spawnSync(name, args);
  if (found.status !== 0) throw new Error(`${name} failed: ${String(found.stderr)}`);
  return String(found.stdout).trim();
}

export function createCutDisk(): CutDisk {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-disk-"));
  const folder = path.join(place, "disk");
  fs.mkdirSync(folder);
  fs.chmodSync(place, 0o755); // PostgreSQL looks at it as a user of its own
  let image = path.join(place, "image-0");
  fs.writeFileSync(image, "");
  fs.truncateSync(image, MEGABYTES * 1_000_000);
  run("mkfs.ext4", ["-q", "-F", image]);
  const mount = (): string => {
    const found = run("losetup", ["--find", "--show", image]);
    run("mount", [found, folder]);
    return found;
  };
  const unmount = (device: string): void => {
    run("umount", ["--lazy", folder]);
    run("losetup", ["-d", device]);
    fs.rmSync(image);
  };
  let device = mount();
  let cutCount = 0;
  return {
    folder,
    cutPower: () => void run("perl", ["-e", CUT, folder]),
    // What the disk had taken, in a new one: whoever still has files of the old one open keeps nothing alive.
    restorePower() {
      cutCount += 1;
      const next = path.join(place, `image-${cutCount}`);
      run("cp", ["--sparse=always", image, next]);
      unmount(device);
      image = next;
      device = mount();
    },
    remove() {
      unmount(device);
      fs.rmSync(place, { recursive: true, force: true });
    },
  };
}
