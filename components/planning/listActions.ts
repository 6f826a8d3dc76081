import { defineAction } from '#components/actions/index.ts'

/** What can be done where planning sessions are listed; the target is the field of a new one's name. */
export const listActions = [
  defineAction<{ readonly current: HTMLInputElement | null }>({
    id: 'plannings.new',
    group: 'Planning',
    keys: ['N'],
    words: 'create add schedule start poker estimate',
    opensField: true,
    run: ({ current }) => current?.select(),
  }),
]
