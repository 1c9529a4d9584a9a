/** A line of set text and whether it is the last of its paragraph. */
export type Line = { text: string; width: number; last: boolean };

const WORD = /[A-Za-z0-9.,:/%¥*@_+#-]/;
/** 避头尾: characters that may not begin a line (GB/T 15834-2011, 5.1.10 on where punctuation stands). */
const NOT_AT_START = new Set('，。、；：？！）》】」』”’〉％‰‱·…—～%)]}.,:;!?');
/** Characters that may not end a line. */
const NOT_AT_END = new Set('（《【「『“‘〈¥￥([{');

/** Breaks a paragraph into lines: between Han characters anywhere, inside a Latin word or number never if it fits. */
export function breakLines(
  text: string,
  width: number,
  measure: (piece: string) => number,
  indent = 0,
): Line[] {
  const lines: Line[] = [];
  let line: string[] = [];
  let used = indent;
  for (const piece of pieces(text, width, measure)) {
    const advance = measure(piece);
    if (used + advance > width + 0.01 && line.length > 0) {
      const carried = carry(line, piece);
      push(lines, line, measure, false);
      line = carried;
      used = measure(carried.join(''));
    }
    line.push(piece);
    used += advance;
  }
  push(lines, line, measure, true);
  return lines;
}

function push(lines: Line[], line: string[], measure: (piece: string) => number, last: boolean): void {
  const text = line.join('').trimEnd();
  lines.push({ text, width: measure(text), last });
}

/** What must move to the next line together with `next`, so that neither line begins or ends with a forbidden mark. */
function carry(line: string[], next: string): string[] {
  const carried: string[] = [];
  let head = next;
  while (line.length > 1) {
    const tail = line[line.length - 1] ?? '';
    if (!NOT_AT_START.has(head.charAt(0)) && !NOT_AT_END.has(tail.charAt(tail.length - 1))) break;
    line.pop();
    carried.unshift(tail);
    head = tail;
  }
  return carried;
}

/** Unbreakable pieces of a text: single Han characters, whole words; a word longer than a line falls to characters. */
function pieces(text: string, width: number, measure: (piece: string) => number): string[] {
  const out: string[] = [];
  let word = '';
  const flush = (): void => {
    if (word === '') return;
    if (measure(word) > width) out.push(...word);
    else out.push(word);
    word = '';
  };
  for (const character of text) {
    if (WORD.test(character)) word += character;
    else {
      flush();
      out.push(character);
    }
  }
  flush();
  return out;
}
