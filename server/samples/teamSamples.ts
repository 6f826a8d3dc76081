import { assigned, ready, refined, type Sample, sized, stepped } from './sample.ts'

/** The sample stories on the backlog of the sample team, from those it finished to those it has not begun. */
export const TEAM_SAMPLES: readonly Sample[] = [
  {
    line: 26,
    title: 'Validate data on the command line',
    captured: 88,
    theme: 'Data people can trust',
    persona: 'Developer',
    labels: ['validation'],
    steps: [
      refined(86),
      ready(83),
      assigned(82),
      sized(81, '5'),
      stepped(78, 'doing'),
      stepped(72, 'review'),
      stepped(70, 'done'),
    ],
    prose: {
      value: [
        'Whoever works in a terminal should not have to open a browser to learn that a file is broken.',
      ],
      criteria: [
        'One command checks a file, a folder or a URL.',
        [
          ['given', 'data with errors'],
          ['when', 'the check has run'],
          ['then', 'the exit code is 1 and the first ten errors are on the screen'],
        ],
        'With `--json` the whole report goes to the standard output.',
      ],
      design: 'not needed',
    },
  },
  {
    line: 31,
    title: 'Preview button for any page',
    captured: 85,
    theme: 'Found and understood',
    persona: 'Publisher',
    labels: ['preview'],
    steps: [
      refined(81),
      ready(74),
      assigned(73),
      sized(72, '3'),
      stepped(66, 'doing'),
      stepped(62, 'review'),
      stepped(60, 'done'),
    ],
    prose: {
      value: [
        'A button costs a publisher one line, and tells a visitor that this is the right file before the download.',
      ],
      criteria: [
        'The button works on a page that knows nothing of Data Packages.',
        'Without JavaScript it is a link to the preview.',
      ],
    },
  },
  {
    line: 24,
    title: 'Validate my data with a minimum of clicks',
    captured: 80,
    theme: 'Data people can trust',
    persona: 'Publisher',
    labels: ['validation'],
    steps: [
      refined(75),
      ready(66),
      assigned(64),
      sized(63, '8'),
      stepped(57, 'doing'),
      stepped(48, 'review'),
      stepped(44, 'done'),
    ],
    prose: {
      value: [
        'Two clicks are what a publisher spends on quality on a busy day. Ten are never spent.',
      ],
      criteria: [
        'Dropping a file on the page starts the check.',
        [
          ['given', 'a file of 100 MB'],
          ['then', 'the first errors show within 3 seconds'],
        ],
        'The page says what is checked before anything is uploaded.',
      ],
      questions: [
        {
          text: 'Do we keep the uploaded file?',
          answer: 'No. It is deleted when the report is there, and the page says so.',
        },
      ],
    },
  },
  {
    line: 36,
    title: 'Summary of a dataset that can be embedded',
    captured: 70,
    theme: 'Found and understood',
    persona: 'Developer',
    labels: ['preview'],
    steps: [
      refined(62),
      ready(52),
      assigned(50),
      sized(49, '3'),
      stepped(42, 'doing'),
      stepped(36, 'review'),
      stepped(33, 'done'),
    ],
    prose: {
      value: ['Sites that list data want one look for all of it, and cannot each build one.'],
      criteria: [
        'The summary fits into a column of 320 pixels.',
        'It shows rows, columns, licence and the day of the last update.',
        'It follows the light or dark setting of the reader.',
      ],
    },
  },
  {
    line: 14,
    title: 'Turn an Excel spreadsheet into a Data Package',
    captured: 66,
    theme: 'At home in every tool',
    persona: 'Researcher',
    labels: ['export'],
    steps: [
      refined(56),
      ready(41),
      assigned(39),
      sized(38, '8'),
      stepped(30, 'doing'),
      stepped(21, 'review'),
      stepped(18, 'done'),
    ],
    prose: {
      value: [
        'Most research data begins its life in a spreadsheet. The step out of it should not need a programmer.',
      ],
      criteria: [
        'Each sheet with a header row becomes a table.',
        'Merged cells are reported with their address, never guessed.',
        'Formulas become their values, and the report says how many there were.',
      ],
    },
  },
  {
    line: 6,
    title: 'Get a Data Package into R in seconds',
    captured: 53,
    theme: 'At home in every tool',
    persona: 'Researcher',
    labels: ['import'],
    steps: [
      refined(45),
      ready(29),
      assigned(27),
      sized(26, '5'),
      stepped(17, 'doing'),
      stepped(4, 'review'),
    ],
    prose: {
      value: [
        'R is where the statistics happen. A package that arrives as typed data frames saves the first hour of every project.',
      ],
      criteria: [
        'One function loads a package from a path or a URL.',
        'Factors, dates and missing values arrive as such.',
        [
          ['given', 'a package that needs a password'],
          ['then', 'the message says so and names the address'],
        ],
      ],
    },
  },
  {
    line: 27,
    title: 'Validation service that is connected to a repository',
    captured: 46,
    theme: 'Data people can trust',
    persona: 'Developer',
    labels: ['validation'],
    steps: [refined(37), ready(25), assigned(23), sized(22, '8'), stepped(13, 'doing')],
    prose: {
      value: ['A check that runs on every push is the only one that is never forgotten.'],
      criteria: [
        'A repository is connected without a line of configuration.',
        'The result stands beside the commit, with a link to the report.',
        'A private repository stays private: the report needs the same sign-in.',
      ],
      questions: [{ text: 'How many checks a day are free?' }],
    },
  },
  {
    line: 33,
    title: 'Add metadata and columns to a dataset',
    captured: 40,
    theme: 'Found and understood',
    persona: 'Publisher',
    steps: [refined(28), ready(16), assigned(14), sized(13, '5'), stepped(2, 'doing')],
    prose: {
      value: ['A file called data_final_2.csv becomes useful when somebody says what is in it.'],
      criteria: [
        'Title, description, licence and source can be edited in place.',
        'A column can be added from a formula over the others.',
        'Every change can be undone until it is published.',
      ],
    },
  },
  {
    line: 53,
    title: 'Take the description over from Zenodo',
    captured: 33,
    theme: 'At home in every tool',
    persona: 'Researcher',
    labels: ['import'],
    steps: [refined(24), ready(14), assigned(11), sized(10, '3')],
    prose: {
      value: [
        'Nobody types the same title, authors and licence twice with joy, or without a mistake.',
      ],
      criteria: [
        'A DOI fills in title, authors, licence and funding.',
        'What was edited here is never overwritten without asking.',
      ],
    },
  },
  {
    line: 54,
    title: 'Export cleaned packages from OpenRefine',
    captured: 30,
    theme: 'At home in every tool',
    persona: 'Publisher',
    labels: ['export'],
    steps: [refined(19), ready(10), assigned(8), sized(7, '5')],
    prose: {
      value: [
        'Cleaning is done in OpenRefine. Its result should leave it as a package, not as a bare file.',
      ],
      criteria: [
        'The export is in the menu of OpenRefine.',
        'The steps of the cleaning are part of the package.',
      ],
    },
  },
  {
    line: 28,
    title: 'Prove that published data is valid',
    captured: 27,
    theme: 'Data people can trust',
    persona: 'Publisher',
    labels: ['validation', 'reports'],
    steps: [refined(14), ready(5), assigned(3)],
    prose: {
      value: ['Public bodies owe the proof, and are asked for it every year.'],
      criteria: [
        'A badge on the page says when the data was last found valid.',
        'The badge links to the report it stands for.',
      ],
      questions: [
        { text: 'Does the badge turn red, or disappear, when the data is not valid any more?' },
      ],
    },
  },
]
