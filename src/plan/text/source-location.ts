export type SourceLocation = { readonly file: string; readonly line: number; readonly endLine: number };
