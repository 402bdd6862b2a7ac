/** Our values in the words of the Language Server Protocol: lines and columns count from 0 there, both in UTF-16. */
import {
  type CompletionItem,
  CompletionItemKind,
  DiagnosticSeverity,
  type DocumentSymbol,
  MarkupKind,
  type Position,
  type Diagnostic as ProtocolDiagnostic,
  type Range as ProtocolRange,
  SymbolKind,
} from 'vscode-languageserver/node';
import type { Diagnostic, Place, Severity } from '../../core/diagnostic.ts';
import type { OutlineItem } from '../../core/language/outline.ts';
import type { Completion } from '../../core/language/proposals.ts';
import { findingRange, type Range } from '../../core/language/range.ts';

export function positionOf({ line, column }: Place): Position {
  return { line: line - 1, character: column - 1 };
}

export function placeOf({ line, character }: Position): Place {
  return { line: line + 1, column: character + 1 };
}

export function rangeOf({ start, end }: Range): ProtocolRange {
  return { start: positionOf(start), end: positionOf(end) };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  advice: DiagnosticSeverity.Information,
};

/**
 * @param line The line of the file that the finding is on.
 * @param href What an editor opens where its reader asks for more; null where there is nothing more to say.
 */
export function protocolDiagnostic(
  diagnostic: Diagnostic,
  line: string,
  href: string | null,
): ProtocolDiagnostic {
  const { severity, rule, message, hint } = diagnostic;
  return {
    range: rangeOf(findingRange(line, diagnostic)),
    severity: severities[severity],
    code: rule,
    ...(href === null ? {} : { codeDescription: { href } }),
    source: 'fire-marshal',
    message: hint === undefined ? message : `${message}\n${hint}`,
  };
}

const completionKinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  person: CompletionItemKind.Variable,
  system: CompletionItemKind.Module,
  label: CompletionItemKind.Event,
  section: CompletionItemKind.Struct,
  day: CompletionItemKind.Constant,
  page: CompletionItemKind.File,
  anchor: CompletionItemKind.Reference,
};

/** @param index Its rank among those offered together. */
export function completionItem(completion: Completion, index: number): CompletionItem {
  const { label, kind, detail, documentation, text, filter, range } = completion;
  return {
    label,
    kind: completionKinds[kind],
    sortText: String(index).padStart(5, '0'),
    filterText: filter ?? text,
    textEdit: { range: rangeOf(range), newText: text },
    ...(detail === undefined ? {} : { detail }),
    ...(documentation ? { documentation: { kind: MarkupKind.Markdown, value: documentation } } : {}),
  };
}

const symbolKinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  section: SymbolKind.Namespace,
  entry: SymbolKind.Event,
  improvement: SymbolKind.Method,
  idea: SymbolKind.Field,
  hypothesis: SymbolKind.Interface,
  system: SymbolKind.Module,
  person: SymbolKind.Object,
  severity: SymbolKind.EnumMember,
};

export function documentSymbol({ name, detail, kind, range, selection, parts }: OutlineItem): DocumentSymbol {
  return {
    name,
    detail,
    kind: symbolKinds[kind],
    range: rangeOf(range),
    selectionRange: rangeOf(selection),
    children: parts.map(documentSymbol),
  };
}
