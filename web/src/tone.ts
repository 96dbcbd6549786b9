import { channelOf } from './words.svelte.js'

/** Which of the three colours something has: cooperation, violence, or neither. */
export type Tone = 'cooperation' | 'violence' | 'other'

export const toneOfChannel = (channel: string): Tone =>
  channel === 'violence' ? 'violence' : channel === 'other' ? 'other' : 'cooperation'

export const toneOfType = (type: string): Tone => toneOfChannel(channelOf(type))
