import { defineAction } from '#components/actions/index.ts'

/** What can be done where meetings are listed; the target is the field of a new one's name. */
export const listActions = [
  defineAction<{ readonly current: HTMLInputElement | null }>({
    id: 'meetings.new',
    group: 'Meeting',
    keys: ['N'],
    words: 'create add schedule start',
    opensField: true,
    run: ({ current }) => current?.select(),
  }),
]
