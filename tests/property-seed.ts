import fc from 'fast-check';

/**
 * Every run tries the same cases, so that a change is judged by what it changed and not by luck. New trouble is looked for
 * by hand, with `PROPERTY_SEED=$RANDOM`, and with `NOISE_RUNS=1000` for more of the noisy matches.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_211_107) });
