import type { Family } from '../../family.ts';
import { balance } from './balance.ts';
import { commonScore } from './common-score.ts';
import { doubles } from './doubles.ts';
import { firstSince } from './first-since.ts';
import { goalMilestone } from './goal-milestone.ts';
import { lastMeetings } from './last-meetings.ts';
import { meetingNumber } from './meeting-number.ts';
import { meetingsInARow } from './meetings-in-a-row.ts';
import { mostGoals } from './most-goals.ts';
import { meetingsRowEnded } from './row-ended.ts';
import { seasonMeetings } from './season-meetings.ts';
import { titleTurned } from './title-turned.ts';

/** Facts about what two clubs made of each other. */
export const meetingFamilies: readonly Family[] = [
  balance,
  meetingNumber,
  commonScore,
  lastMeetings,
  meetingsInARow,
  meetingsRowEnded,
  firstSince,
  doubles,
  seasonMeetings,
  mostGoals,
  goalMilestone,
  titleTurned,
];
