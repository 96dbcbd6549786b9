import type { ClaimAnswer } from './answers.js'

/** The addresses of the views. */
const part = encodeURIComponent
export const relationship = (a: string, b: string) => `/relationships/${part(a)}/${part(b)}`
export const incident = (id: string) => `/incidents/${part(id)}`
export const documentAt = (id: string, claim?: string) =>
  `/documents/${part(id)}${claim ? `?claim=${part(claim)}` : ''}`
export const claimAt = (claim: ClaimAnswer) => documentAt(claim.document, claim.id)
export const report = (id: string) => `/report/${part(id)}`
export const name = (id: string) => `/names/${part(id)}`
