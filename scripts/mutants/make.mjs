/** The changes that a mutation trial can make to a source file. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The file whose numbers and operators are changed, and nothing else of it. */
export const LIMITS = 'src/plan/limits.ts';

const COMPARISONS = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
};
const SEVERITIES = ['error', 'warning', 'info'];

/** The changes that can be made to a file of a project: a range, its lines, and what is put there. */
export function mutantsOf(root, file) {
  const text = readFileSync(root + file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found = [];
  const change = (start, end, to) => {
    const { line, character } = source.getLineAndCharacterOfPosition(start);
    const lastLine = source.getLineAndCharacterOfPosition(end).line + 1;
    const place = { start, end, line: line + 1, lastLine, column: character + 1 };
    found.push({ file, ...place, to, from: text.slice(start, end) });
  };
  const replace = (node, to) => change(node.getStart(), node.getEnd(), to);
  const condition = (node) => {
    replace(node, 'true');
    replace(node, 'false');
  };
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return;
    if (file === LIMITS && ts.isPropertyAssignment(node)) {
      const { initializer } = node;
      if (node.name.getText() === 'operator') {
        for (const to of COMPARISONS[initializer.text]) replace(initializer, `'${to}'`);
      }
      if (node.name.getText() === 'value') {
        for (const by of [-1, 1]) replace(initializer, String(Number(initializer.getText()) + by));
      }
    } else if (file !== LIMITS) {
      if (ts.isBinaryExpression(node)) {
        const operator = node.operatorToken;
        for (const to of COMPARISONS[operator.getText()] ?? []) replace(operator, to);
      }
      if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
        replace(node, node.operand.getText());
      }
      if (ts.isIfStatement(node) || ts.isWhileStatement(node)) condition(node.expression);
      if (ts.isConditionalExpression(node)) condition(node.condition);
      if (ts.isStringLiteral(node) && SEVERITIES.includes(node.text)) {
        replace(node, `'${node.text === 'warning' ? 'error' : 'warning'}'`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
