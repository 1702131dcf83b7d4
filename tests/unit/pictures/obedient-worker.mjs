import { parentPort } from 'node:worker_threads';

let asked = 0;

parentPort.on('message', ({ id, svg }) => {
  asked += 1;
  if (svg === 'die') process.exit(7);
  if (svg === 'throw') throw new Error('beside itself');
  if (svg === 'hang') return;
  if (svg === 'fail') parentPort.postMessage({ id, problem: 'as told' });
  else parentPort.postMessage({ id, png: new TextEncoder().encode(`${svg} ${asked}`) });
});
