import { type Chunk, isPhrasal } from './chunk.js'

/** "said that men of the clan in Ostby, seized a judge": a comma that parts the subject behind "that" from its verb. */
export function isStray(chunks: readonly Chunk[], comma: number): boolean {
  let k = comma - 1
  while (isPhrasal(chunks[k])) k--
  const opener = chunks[k]
  return (
    k < comma - 1 && opener?.kind === 'subordinator' && opener.role === 'content' && chunks[k + 1]?.kind === 'group'
  )
}
