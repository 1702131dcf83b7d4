/** A piece of parsed markdown. */
export interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly items?: readonly (readonly Node[])[];
  readonly [more: string]: unknown;
}

/** What stands by itself: the line after it begins without a break. */
const BLOCKS: readonly string[] = ['list', 'codeBlock'];

/** The parser knows no lists: lines that begin with a dash become one here. */
export function listsIn(nodes: readonly Node[]): readonly Node[] {
  const out: Node[] = [];
  let items: (readonly Node[])[] = [];
  const endList = () => {
    if (items.length > 0) out.push({ type: 'list', items });
    items = [];
  };
  const lines = linesOf(nodes);
  for (const [index, line] of lines.entries()) {
    const item = itemOf(line);
    if (item) items.push(item);
    else {
      endList();
      if (index > 0 && !BLOCKS.includes(out.at(-1)?.type ?? '')) out.push({ type: 'br' });
      out.push(...line);
    }
  }
  endList();
  return out;
}

function linesOf(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const lines: Node[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'br') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

function itemOf([first, ...rest]: readonly Node[]): readonly Node[] | undefined {
  if (first?.type !== 'text' || typeof first.content !== 'string') return undefined;
  const words = /^ *[-*] (.*)$/s.exec(first.content)?.[1];
  return words === undefined ? undefined : [{ ...first, content: words }, ...rest];
}

/** The words alone; what stands for an id is named by `nameOf`, and what is a spoiler stays one. */
export function plainText(nodes: unknown, nameOf: (node: Node) => string): string {
  if (typeof nodes === 'string') return nodes;
  if (!Array.isArray(nodes)) return '';
  return nodes
    .map((node: Node) => {
      if (node.type === 'br' || node.type === 'newline') return ' ';
      if (node.type === 'spoiler') return '…';
      return node.content === undefined ? nameOf(node) : plainText(node.content, nameOf);
    })
    .join('');
}
