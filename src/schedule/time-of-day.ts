/** A time of day as it was meant: `time` is how it is written (`09:00`), `cron` what fires at it every day. */
export type TimeOfDay =
  | { readonly ok: true; readonly time: string; readonly cron: string }
  | { readonly ok: false; readonly reason: 'impossible-time' };

const WRITTEN = /^(?<hour>\d{1,2})(?:[:.h ]?(?<minute>\d{2})|h)?(?: ?(?<half>[ap])\.?m\.?)?$/;

/** Reads what people type: `09:00`, `9:00`, `9.30`, `21h30`, `21h`, `9`, `7pm`, `12:30 am`. */
export function parseTimeOfDay(text: string): TimeOfDay {
  const { hour, minute = '0', half } = WRITTEN.exec(text.trim().toLowerCase())?.groups ?? {};
  const clock = half ? hourOfHalf(Number(hour), half) : Number(hour);
  const minutes = Number(minute);
  if (!(clock <= 23 && minutes <= 59)) return { ok: false, reason: 'impossible-time' };
  return { ok: true, time: written(clock, minutes), cron: `${minutes} ${clock} * * *` };
}

/** The time of day of such an expression, `09:00`; undefined for one that fires otherwise. */
export function timeOfCron(cron: string): string | undefined {
  const [, minute, hour] = /^(\d+) (\d+) \* \* \*$/.exec(cron) ?? [];
  return minute && hour && written(Number(hour), Number(minute));
}

/** 12 am is midnight and 12 pm noon; there is no 0 pm and no 13 pm. */
function hourOfHalf(hour: number, half: string): number {
  if (!(hour >= 1 && hour <= 12)) return Number.NaN;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function written(hour: number, minute: number): string {
  return [hour, minute].map((number) => String(number).padStart(2, '0')).join(':');
}
