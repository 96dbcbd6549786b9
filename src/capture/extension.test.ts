import { expect, it } from 'vitest'
import { extensionOf } from './extension.js'

it.each<[string, string, string, string]>([
  ['a page', '<!doctype html><html><body><p>Freed.</p></body></html>', 'https://post.example/news/12', 'html'],
  ['a text', 'The council met in Qanat.', 'note.txt', 'txt'],
  ['a text with the name of a program', 'The council met in Qanat.', 'note.exe', 'txt'],
  ['a report', '%PDF-1.7\n…', 'report', 'pdf'],
  ['a text document', 'PK\u0003\u0004…', 'Brief.DOCX', 'docx'],
  ['an archive', 'PK\u0003\u0004…', 'all.zip', 'zip'],
  ['an archive that pretends', 'PK\u0003\u0004…', 'setup.exe', 'zip'],
  ['a program', '\u007fELF\u0002\u0001\u0001 \u0003\u0005\u0006\u0007\u0002\u0001', 'setup.txt', 'bin'],
])('calls %s by what it is', (_, text, path, extension) => {
  expect(extensionOf(new TextEncoder().encode(text), path)).toBe(extension)
})
