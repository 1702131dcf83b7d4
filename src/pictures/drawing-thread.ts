import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';

/** A thread that draws one picture after the other. */
export interface DrawingThread {
  draw(svg: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface DrawingThreadOptions {
  readonly log: Log;
  readonly limitMs: number;
  readonly worker?: URL;
}

interface Job {
  readonly id: number;
  readonly svg: string;
  done(png: Uint8Array): void;
  failed(error: Error): void;
}

const WORKER = new URL('./render-worker.mjs', import.meta.url);

/** Once the thread died over a picture, or was ended because it took too long, the next picture starts another. */
export function drawingThread({ log, limitMs, worker: program = WORKER }: DrawingThreadOptions): DrawingThread {
  const waiting: Job[] = [];
  let current: { readonly job: Job; readonly timer: NodeJS.Timeout } | undefined;
  let worker: Worker | undefined;
  let closed = false;
  let jobs = 0;

  /** Takes the job in hand off it, if it is that one; the next one begins. */
  function settle(id: number | undefined, finish: (job: Job) => void): void {
    if (!current || (id !== undefined && current.job.id !== id)) return;
    const { job, timer } = current;
    clearTimeout(timer);
    current = undefined;
    finish(job);
    next();
  }

  function lose(which: Worker, error: Error): void {
    if (worker !== which) return;
    worker = undefined;
    log.warn({ err: error }, 'the drawing thread ended; the next picture starts another');
    settle(undefined, (job) => job.failed(error));
  }

  function start(): Worker {
    // What the program itself was started with, a loader for TypeScript say, is no use to plain JavaScript.
    const started = new Worker(program, { execArgv: [], env: {} });
    started.on('message', (answer: unknown) => {
      const { id, png, problem } = read(answer);
      settle(id, (job) => (png ? job.done(png) : job.failed(new Error(`a picture was not drawn: ${problem}`))));
    });
    started.on('error', (error) =>
      lose(started, error instanceof Error ? error : new Error('the drawing thread failed')),
    );
    started.on('exit', (code) => lose(started, new Error(`the drawing thread ended (${code})`)));
    // A listener holds the process, so this comes after them.
    started.unref();
    return started;
  }

  function next(): void {
    if (current) return;
    const job = waiting.shift();
    if (!job) return;
    worker ??= start();
    const drawing = worker;
    const timer = setTimeout(() => {
      lose(drawing, new Error(`a picture took longer than ${limitMs} ms`));
      void drawing.terminate();
    }, limitMs);
    current = { job, timer };
    drawing.postMessage({ id: job.id, svg: job.svg });
  }

  return {
    draw: (svg) =>
      new Promise((done, failed) => {
        if (closed) return failed(new Error('the renderer is closed'));
        jobs += 1;
        waiting.push({ id: jobs, svg, done, failed });
        next();
      }),
    async close() {
      closed = true;
      const ending = worker;
      worker = undefined;
      for (const job of waiting.splice(0)) job.failed(new Error('the renderer is closed'));
      settle(undefined, (job) => job.failed(new Error('the renderer is closed')));
      await ending?.terminate();
    },
  };
}

/** What a thread says is read as what comes from outside is. */
function read(answer: unknown): { readonly id?: number; readonly png?: Uint8Array; readonly problem?: string } {
  if (typeof answer !== 'object' || answer === null) return {};
  return {
    ...('id' in answer && typeof answer.id === 'number' && { id: answer.id }),
    ...('png' in answer && answer.png instanceof Uint8Array && { png: answer.png }),
    ...('problem' in answer && typeof answer.problem === 'string' && { problem: answer.problem }),
  };
}
