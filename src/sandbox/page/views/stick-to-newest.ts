/** How near the end still counts as being there, in px. */
const NEAR = 60;

/**
 * Keeps the end of the conversation in sight while it grows, unless the reader has gone up to read; then a button leads
 * back. Elements are looked up anew each time, for the page is drawn again and again.
 */
export function stickToNewest(root: Element): { drawn(channelId: string | undefined): void; leave(): void } {
  let isAtEnd = true;
  let shown: string | undefined;
  let watched: Element | undefined;
  const log = () => root.querySelector('#log');
  const button = () => root.querySelector<HTMLButtonElement>('.newest');
  const isNear = (at: Element) => at.scrollHeight - at.scrollTop - at.clientHeight < NEAR;
  const offer = (at: Element) => {
    const jump = button();
    if (jump) jump.hidden = isNear(at);
  };
  const toEnd = () => {
    const at = log();
    if (!at) return;
    if (isAtEnd) at.scrollTop = at.scrollHeight;
    // Another channel, or more of this one, may be there without any scrolling.
    offer(at);
  };
  const onScroll = () => {
    const at = log();
    if (!at) return;
    isAtEnd = isNear(at);
    offer(at);
  };
  const sizes = new ResizeObserver(toEnd);
  return {
    drawn(channelId) {
      const content = root.querySelector('.scroll') ?? undefined;
      if (content && content !== watched) {
        watched = content;
        for (const each of [content, log()]) if (each) sizes.observe(each);
        log()?.addEventListener('scroll', onScroll, { passive: true });
        button()?.addEventListener('click', () => {
          isAtEnd = true;
          toEnd();
        });
      }
      if (channelId !== shown) isAtEnd = true;
      shown = channelId;
      toEnd();
    },
    /** Somebody is about to go elsewhere in it. */
    leave() {
      isAtEnd = false;
    },
  };
}
