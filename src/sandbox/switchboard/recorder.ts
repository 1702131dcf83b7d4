/** One request the sandbox answered. */
export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  /** The template of the route, null where there is none: a route the sandbox does not know. */
  readonly route: string | null;
  readonly path: string;
  readonly status: number;
  /** Discord's code of a refusal. */
  readonly code?: number;
  readonly by?: string;
  readonly body?: unknown;
}

const KEPT = 2_000;

/** The last requests, oldest first, and how many were refused as unknown routes since the start. */
export interface Recorder {
  record(request: RecordedRequest): void;
  recent(): readonly RecordedRequest[];
  unknownRoutes(): number;
  forget(): void;
}

export function openRecorder(): Recorder {
  const ring: RecordedRequest[] = [];
  let start = 0;
  let unknown = 0;
  return {
    record(request) {
      if (request.route === null) unknown += 1;
      if (ring.length < KEPT) ring.push(request);
      else {
        ring[start] = request;
        start = (start + 1) % KEPT;
      }
    },
    recent: () => [...ring.slice(start), ...ring.slice(0, start)],
    unknownRoutes: () => unknown,
    forget() {
      ring.length = 0;
      start = 0;
      unknown = 0;
    },
  };
}
