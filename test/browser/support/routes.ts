import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const ROUTER = resolve(__dirname, '../../../web/src/routes.tsx');

/** Every address that the console's router knows, read off the router itself: a new page cannot be left out. */
export function routesOfConsole(): string[] {
  const source = ts.createSourceFile(ROUTER, readFileSync(ROUTER, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Set<string>();
  const read = (node: ts.Node, inRouter: boolean): void => {
    const within =
      inRouter || (ts.isCallExpression(node) && node.expression.getText(source) === 'createBrowserRouter');
    if (within && ts.isStringLiteral(node) && node.text.startsWith('/')) found.add(node.text);
    ts.forEachChild(node, (child) => read(child, within));
  };
  read(source, false);
  return [...found];
}
