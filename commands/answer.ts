import type { MessageBody } from '../src/messages/message.ts';
import { noticeMessage } from '../src/messages/notice-message.ts';

/**
 * What a reader gets. `publicly` is for the whole channel, `privately` for the reader alone; `in-place` turns the page
 * of the message whose button or menu was used, and gives a page of his own to whoever did not ask for that message;
 * `modal` shows him a form, which only a button can.
 */
export interface Answer {
  readonly message: MessageBody;
  readonly how: 'publicly' | 'privately' | 'in-place' | 'modal';
  /** The form that is shown with `modal`; `message` is for where none can be shown any more. */
  readonly modal?: Modal;
}

/** A form with one line to fill in. What is typed comes back under the command that its id begins with. */
export interface Modal {
  /** `<command>:<argument>:…`, as a button's. */
  readonly customId: string;
  /** 45 characters at most, as is the label. */
  readonly title: string;
  readonly label: string;
  readonly maxLength: number;
}

/** How a reader wishes to be answered: to himself alone, if he says so. */
export interface Wish {
  readonly private?: boolean;
}

/** An answer that others read too, unless the reader wishes otherwise. */
export function reply(message: MessageBody, wish: Wish): Answer {
  return { message, how: wish.private ? 'privately' : 'publicly' };
}

export function privately(message: MessageBody): Answer {
  return { message, how: 'privately' };
}

/** A form, or, where it took too long to be shown, `late` to the reader alone. */
export function ask(modal: Modal, late: string): Answer {
  return { message: noticeMessage(late), how: 'modal', modal };
}

export function inPlace(message: MessageBody): Answer {
  return { message, how: 'in-place' };
}

/** What could not be done, in a line that says what to type or to grant. It bothers nobody else. */
export function refuse(text: string): Answer {
  return privately(noticeMessage(text));
}
