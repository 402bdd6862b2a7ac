/** Our values in the words of the Language Server Protocol: lines and columns count from 0 there, both in UTF-16. */
import {
  DiagnosticSeverity,
  type Position,
  type Diagnostic as ProtocolDiagnostic,
  type Range as ProtocolRange,
} from 'vscode-languageserver/node';
import type { Diagnostic, Place } from '../../core/diagnostic.ts';
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

/** @param line The line of the file that the finding is on. */
export function protocolDiagnostic(diagnostic: Diagnostic, line: string): ProtocolDiagnostic {
  const { severity, rule, message, hint } = diagnostic;
  return {
    range: rangeOf(findingRange(line, diagnostic)),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: rule,
    source: 'fire-marshal',
    message: hint === undefined ? message : `${message}\n${hint}`,
  };
}
