/**
 * Takes the page's messages in order and hands them to the case being played or the recording being
 * shown. All of the worker but the worker itself, so that tests run it without one.
 */
import type { Problem } from "../../kernel/result.ts";
import { branchRecording } from "../../session/branch.ts";
import type { ToWorker } from "../../session/contract/protocol.ts";
import type { RunHeader, StoredRun } from "../storage/runStore.ts";
import { recordingToRun, runToRecording } from "../storage/runToRecording.ts";
import { type HostPorts, hostProblems, postProblem } from "./hostPorts.ts";
import { type PlayHost, resumeRun, startRun } from "./playHost.ts";
import { openReplay, type ReplayHost } from "./replayHost.ts";
import type { SessionHost } from "./sessionHost.ts";

export interface CaseHost {
  receive(message: ToWorker): Promise<void>;
  beat(): void;
}

/** The engine remembers how a world of this setup came to rest; whatever is wrong is said at Start. */
async function prepare(
  ports: HostPorts,
  { engineHash, caseSetup }: Extract<ToWorker, { type: "prepare" }>,
): Promise<void> {
  const engine = await ports.loadEngine(engineHash);
  if (engine.ok) engine.value.createCase(caseSetup);
}

export function createCaseHost(ports: HostPorts): CaseHost {
  let play: PlayHost | undefined;
  let replay: ReplayHost | undefined;
  let session: SessionHost | undefined;
  let queue: Promise<void> = Promise.resolve();

  const refuse = (problem: Problem): void => postProblem(ports, problem, true);

  const withRun = async (
    recordingId: string,
    use: (run: StoredRun) => Promise<void>,
  ): Promise<void> => {
    const stored = await ports.store.read(recordingId);
    if (stored === undefined) refuse(hostProblems.noSuchRun(recordingId));
    else await use(stored);
  };

  const start = async (message: Extract<ToWorker, { type: "start" }>): Promise<void> => {
    const { engineHash, caseSetup, recordingId, title, mode } = message;
    const engine = await ports.loadEngine(engineHash);
    if (!engine.ok) return refuse(engine.problems[0] as Problem);
    await ports.takeWriterLock(recordingId);
    const header: RunHeader = {
      recordingId,
      engineHash,
      title,
      mode,
      startedWallTimeMs: ports.wallTimeMs(),
      caseSetup,
      branch: null,
      tick: 0,
      isEnded: false,
      outcome: null,
      isOwn: true,
    };
    const started = await startRun(ports, engine.value, header);
    if ("sentence" in started) refuse(started);
    else play = started;
  };

  const resume = (recordingId: string): Promise<void> =>
    withRun(recordingId, async (stored) => {
      if (!(await ports.takeWriterLock(recordingId))) return refuse(hostProblems.openElsewhere());
      const engine = await ports.loadEngine(stored.header.engineHash);
      if (!engine.ok) return refuse(engine.problems[0] as Problem);
      // Read again: the tab that held the lock may have written until it let go.
      const latest = (await ports.store.read(recordingId)) ?? stored;
      const resumed = await resumeRun(ports, engine.value, latest);
      if ("sentence" in resumed) refuse(resumed);
      else play = resumed;
    });

  const openForReplay = (recordingId: string): Promise<void> =>
    withRun(recordingId, async (stored) => {
      const engine = await ports.loadEngine(stored.header.engineHash);
      if (!engine.ok) return refuse(engine.problems[0] as Problem);
      const opened = await openReplay(ports, engine.value, stored);
      if ("sentence" in opened) refuse(opened);
      else replay = opened;
    });

  /** Leaves the run as it is and goes on in a branch of it from an earlier tick. */
  const rewind = async (tick: number, fromRecordingId: string): Promise<void> => {
    await play?.settled();
    await withRun(fromRecordingId, async (stored) => {
      const branched = branchRecording(runToRecording(stored, ports.sha256Hex), {
        tick,
        recordingId: ports.newId(),
        wallTimeMs: ports.wallTimeMs(),
      });
      if (!branched.ok) return postProblem(ports, branched.problems[0] as Problem, false);
      const { header, ...parts } = recordingToRun({
        ...runToRecording(stored, ports.sha256Hex),
        ...branched.value,
      });
      await ports.store.create({ ...parts, header: { ...header, isOwn: true } });
      play?.stop();
      play = undefined;
      await resume(header.recordingId);
    });
  };

  const handle = async (message: ToWorker): Promise<void> => {
    switch (message.type) {
      case "start":
        return start(message);
      case "prepare":
        return prepare(ports, message);
      case "resume":
        return resume(message.recordingId);
      case "replay":
        return openForReplay(message.recordingId);
      case "join":
      case "debrief": {
        // What checks a server's messages is half of this worker: who plays alone does not load it.
        const { joinSession } = await import("./sessionHost.ts");
        session = await joinSession(ports, message, message.type === "debrief");
        return;
      }
      case "tell":
        return session?.tell(message.message);
      case "rewind":
        return play && rewind(message.tick, play.recordingId());
      case "act":
        return (session?.play() ?? play)?.act(message.action);
      case "pause":
        play?.pause(message.reason);
        return replay?.pause();
      case "run":
        play?.run();
        return replay?.run();
      case "setSpeed":
        play?.setSpeed(message.speed);
        return replay?.setSpeed(message.speed);
      case "seek":
        return replay?.seek(message.tick);
      case "stop":
        session?.stop();
        play?.stop();
        return (session?.play() ?? play)?.settled();
    }
  };

  return {
    receive(message) {
      queue = queue.then(() => handle(message));
      return queue;
    },
    beat() {
      session?.beat();
      play?.beat();
      replay?.beat();
    },
  };
}
