import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    people: { type: 'string', default: '2,25,100' },
    meeting: { type: 'string', default: '25,50,100' },
    stories: { type: 'string', default: '10000' },
    paragraphs: { type: 'string', default: '5000' },
    peers: { type: 'string', default: '20' },
    sizes: { type: 'string', default: '100,1000,10000' },
    titles: { type: 'string', default: '' },
    edits: { type: 'string', default: '200000' },
  },
})

/** What is measured, as the command line says: see run.ts. */
export const options = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  crowds: values.people.split(',').map(Number),
  /** How many are in the meetings that are measured; none: no meetings. */
  meetings: values.meeting.split(',').filter(Boolean).map(Number),
  stories: Number(values.stories),
  paragraphs: Number(values.paragraphs),
  peers: Number(values.peers),
  edits: Number(values.edits),
  /** How many stories are on the boards that a browser opens; none: no boards in a browser. */
  sizes: values.sizes.split(',').filter(Boolean).map(Number),
  titles: values.titles,
} as const
