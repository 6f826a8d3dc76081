import { ready, refined, type Sample } from './sample.ts'

/** The sample stories of the refinement area. */
export const SAMPLES: readonly Sample[] = [
  {
    line: 37,
    title: 'Web socket protocol for Frictionless Data tools',
    captured: 71,
    theme: 'At home in every tool',
    persona: 'Developer',
    steps: [
      {
        type: 'dismissStory',
        ago: 52,
        reason:
          'Two of the three tools that would speak it are no longer maintained, and plain HTTP covers the third.',
      },
    ],
  },
  {
    line: 5,
    title: 'Understand in which ways my data is invalid',
    captured: 68,
    theme: 'Data people can trust',
    persona: 'Publisher',
    labels: ['validation', 'reports'],
    steps: [refined(44), ready(9)],
    prose: {
      value: [
        'A report that says "invalid" sends people to support. One that names the row, the column and the rule lets them fix the file and go on.',
        'In last month’s interviews 7 of 10 publishers gave up after the first failed check because they could not find the cell.',
      ],
      criteria: [
        'Each error names the file, the row, the column and the value that was found.',
        'Each error says what would be accepted, with one example.',
        [
          ['given', 'more than 100 errors of one kind'],
          ['when', 'the report opens'],
          ['then', 'they are folded into one line with a count'],
        ],
        'The report can be downloaded as CSV with the same columns.',
      ],
      design: 'not needed',
      table: {
        title: 'Wording of the errors',
        rows: [
          ['Error', 'What people read'],
          ['type-error', 'Row 12, "amount": "12,5" is not a number. Write 12.5.'],
          ['missing-value', 'Row 30, "year" is empty. A year with four digits is needed.'],
          ['extra-cell', 'Row 31 has 9 cells; the header names 8 columns.'],
        ],
      },
    },
  },
  {
    line: 13,
    title: 'jQuery plugin for core Data Packages',
    captured: 64,
    theme: 'At home in every tool',
    persona: 'Developer',
    steps: [
      refined(50),
      {
        type: 'dismissStory',
        ago: 31,
        reason:
          'The only site that asked has moved off jQuery. A plain JSON file of the core datasets does the same in four lines.',
      },
    ],
    prose: {
      value: ['Forms complete country and currency names from a core dataset, without a server.'],
    },
  },
  {
    line: 3,
    title: 'Add type information to a column',
    captured: 61,
    theme: 'Data people can trust',
    persona: 'Publisher',
    labels: ['schema'],
    steps: [refined(38), ready(6)],
    prose: {
      value: [
        'Without types every tool guesses, and each guesses differently: a postcode loses its leading zero, a date becomes a number.',
      ],
      criteria: [
        'Each column of a table can be given one of the Table Schema types.',
        [
          ['given', 'a column without a type'],
          ['when', 'it is opened'],
          ['then', 'the type that fits all its values is suggested'],
        ],
        'A type that does not fit shows how many values break it before it is saved.',
        'The descriptor keeps the order of its other properties.',
      ],
    },
  },
  {
    line: 41,
    title: 'Pair owners of data with people who package it',
    captured: 57,
    steps: [
      {
        type: 'dismissStory',
        ago: 40,
        reason:
          'A service that matches people needs someone to look after it, and nobody can. The forum has a thread for it.',
        revisitIn: 150,
      },
    ],
  },
  {
    line: 4,
    title: 'Know that my data conforms to its Data Package profile',
    captured: 55,
    theme: 'Data people can trust',
    persona: 'Publisher',
    labels: ['validation'],
    steps: [refined(33), ready(4)],
    prose: {
      value: ['Publishers need to be able to say "this conforms" and to link to the proof.'],
      criteria: [
        'The check runs against the profile that the descriptor names, also when that is a URL.',
        'A profile that cannot be fetched is reported as such, never as "valid".',
        'The result carries the date, the version of the profile and a link that stays.',
      ],
    },
  },
  {
    line: 30,
    title: 'Embed an interactive preview of my data on my site',
    captured: 49,
    theme: 'Found and understood',
    persona: 'Publisher',
    labels: ['preview'],
    steps: [
      refined(35),
      { type: 'markReady', ago: 20, confirmed: true },
      {
        type: 'bounceStory',
        ago: 12,
        reason:
          'Nobody could say which charts the preview must draw, and how it behaves on a phone.',
      },
    ],
    prose: {
      value: [
        'People decide in a few seconds whether a dataset is the right one. A preview answers before the download does.',
      ],
      criteria: [
        'One line of HTML puts the preview on a page.',
        'The first 100 rows are there within a second on a 3G connection.',
        'Columns can be sorted and filtered by keyboard alone.',
      ],
      questions: [
        { text: 'Which charts, if any, belong into the first version?', blocking: true },
        { text: 'Do we show a table at all on screens under 480 px, or cards?' },
        {
          text: 'May the preview count how often it was shown?',
          answer: 'Yes, without cookies and without addresses: one number a day.',
        },
      ],
    },
  },
  {
    line: 12,
    title: 'Get a Data Package into Python in seconds',
    captured: 47,
    theme: 'At home in every tool',
    persona: 'Developer',
    labels: ['import'],
    steps: [refined(30), ready(2)],
    prose: {
      value: [
        'Most analysts who wrote to us work in Python, and the first five minutes decide whether they stay.',
      ],
      criteria: [
        'One line loads a package from a path or a URL into data frames.',
        [
          ['given', 'a table of 1 million rows'],
          ['then', 'loading takes at most 5 seconds and twice its size in memory'],
        ],
        'Types of the schema are the types of the data frame; dates are dates.',
        'The README starts with a sample that can be pasted and runs.',
      ],
    },
  },
  {
    line: 38,
    title: 'Check that published data is still available',
    captured: 43,
    theme: 'Data people can trust',
    persona: 'Publisher',
  },
  {
    line: 25,
    title: 'Check my data again on every update',
    captured: 41,
    theme: 'Data people can trust',
    persona: 'Publisher',
    labels: ['validation'],
    steps: [refined(22)],
    prose: {
      value: [
        'Data that was good in March breaks in June when a column is renamed. Whoever updates it should hear of it first, not the users.',
      ],
      criteria: [
        'A check runs within a minute of every update.',
        [
          ['given', 'an update that breaks the schema'],
          ['then', 'the person who made it gets a message with the first ten errors'],
        ],
        'The last good version stays published until the check passes.',
      ],
      questions: [
        { text: 'Who is told when the update came from a script?', blocking: true },
        { text: 'How long do we keep the reports?' },
      ],
    },
  },
  {
    line: 66,
    title: 'Add a DOI to a dataset',
    captured: 36,
    theme: 'Found and understood',
    persona: 'Researcher',
  },
  {
    line: 7,
    title: 'Get a Data Package into Excel in seconds',
    captured: 34,
    theme: 'At home in every tool',
    persona: 'Researcher',
    labels: ['import'],
    steps: [refined(15)],
    prose: {
      value: [
        'Researchers open data in Excel whatever we think of it. It should arrive with types and without a wizard.',
      ],
      criteria: [
        'Opening a package makes one sheet for each table, named after it.',
        'Dates and codes with leading zeros survive.',
      ],
      questions: [
        {
          text: 'Is an add-in acceptable to universities that lock their machines down?',
          blocking: true,
        },
      ],
    },
  },
  {
    line: 20,
    title: 'Publish Data Packages to CKAN',
    captured: 29,
    theme: 'At home in every tool',
    persona: 'Publisher',
    labels: ['export'],
    steps: [refined(11)],
    prose: {
      value: [
        'Portals run CKAN. A dataset that arrives there is found, and has an API without further work.',
      ],
      criteria: [
        'A package becomes a dataset, and each of its tables a resource with a data API.',
        'Publishing again updates the same dataset.',
        'A refusal by the portal is shown in its own words.',
      ],
      questions: [
        { text: 'Which fields of the descriptor have no place in CKAN, and where do they go?' },
      ],
    },
  },
  {
    line: 42,
    title: 'Save a visualization and share it',
    captured: 26,
    theme: 'Found and understood',
  },
  {
    line: 64,
    title: 'See basic statistics about a dataset',
    captured: 24,
    theme: 'Found and understood',
    persona: 'Researcher',
    labels: ['preview'],
    steps: [refined(7)],
    prose: {
      value: [
        'A quick look at ranges, gaps and distinct values tells a researcher whether the download is worth it.',
      ],
      criteria: [
        'For each column: type, missing values, distinct values, and lowest and highest or most frequent.',
      ],
      questions: [{ text: 'From what size on do we sample instead of reading everything?' }],
    },
  },
  { line: 22, title: 'Store my data online quickly and easily', captured: 19 },
  {
    line: 62,
    title: 'Check a column against a shared vocabulary',
    captured: 17,
    theme: 'Data people can trust',
    labels: ['schema'],
    steps: [refined(3)],
    prose: {
      value: [
        'Labs agree on lists of terms. A column that follows the list can be joined; one that almost follows cannot.',
      ],
      questions: [
        { text: 'Which formats of vocabularies do people have: SKOS, a CSV, a page?' },
        { text: 'What happens to data that was valid before the list changed?' },
      ],
    },
  },
  {
    line: 52,
    title: 'Import datasets into Power BI without downloading them',
    captured: 14,
    theme: 'At home in every tool',
    persona: 'Researcher',
    labels: ['import'],
  },
  { line: 65, title: 'Say who funded a dataset', captured: 12 },
  { line: 59, title: 'Add country names where a dataset has only codes', captured: 10 },
  { line: 34, title: 'Package the steps that lead to a state of the data', captured: 8 },
  { line: 63, title: 'Know how many people have previewed a dataset', captured: 5 },
  { line: 61, title: 'Show the lines of a dataset on a map', captured: 3 },
  { line: 2, title: 'Get a Data Package into Julia in seconds', captured: 1 },
]
