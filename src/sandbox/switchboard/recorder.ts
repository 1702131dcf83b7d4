import { type Counted, type Counts, openCounter } from './counts.ts';

/** One request the sandbox answered. Its route is null where there is none: a route the sandbox does not know. */
export interface RecordedRequest extends Counted {
  readonly path: string;
  /** Discord's code of a refusal. */
  readonly code?: number;
  readonly by?: string;
  readonly body?: unknown;
}

const KEPT = 2_000;

/** The last requests, oldest first, and how many were refused as unknown routes since the start. */
export interface Recorder {
  record(request: RecordedRequest): void;
  /** A request passes the bot's global limit, and is on its way to be answered. */
  pass(at: number): void;
  recent(): readonly RecordedRequest[];
  unknownRoutes(): number;
  /** How all of them were answered, those no longer kept too. */
  counts(): Counts;
  /** Begins anew, counts and all. */
  forget(): void;
}

export function openRecorder(now: () => number): Recorder {
  const ring: RecordedRequest[] = [];
  let start = 0;
  let unknown = 0;
  const counter = openCounter(now());
  return {
    pass: (at) => counter.pass(at),
    record(request) {
      counter.count(request);
      if (request.route === null) unknown += 1;
      if (ring.length < KEPT) ring.push(request);
      else {
        ring[start] = request;
        start = (start + 1) % KEPT;
      }
    },
    recent: () => [...ring.slice(start), ...ring.slice(0, start)],
    unknownRoutes: () => unknown,
    counts: () => counter.read(),
    forget() {
      ring.length = 0;
      start = 0;
      unknown = 0;
      counter.reset(now());
    },
  };
}
