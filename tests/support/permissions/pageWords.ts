export const HEAD = `# Who may do what

Written by \`npm run permissions\` from the rules themselves (\`lib/domain\`); do not edit it by hand.
A test holds {cells} cells (every command, reading and writing, × every role and team role × own idea or not × product
manager in force or not × backlog owners in force or not × every place a story can be) against the table of roles, and
another sends them through the socket and the REST door.

Roles are optional, and in force once appointed. **A product manager is in force** as soon as one is appointed in the
workspace; **backlog owners are in force** in a team with backlog management switched on. Roles stack: whoever holds two
may do what either allows. Flow rules, reasons and the gate hold for everybody, administrators too. Where a command is not
listed for a place, no story there can take it, whoever asks. Whoever is not in the workspace gets nowhere.
`

export const SESSIONS = `What a facilitator does (from \`startSession\` on) is theirs alone while they facilitate; whoever may run sessions takes
over when nothing was heard of them for 30 seconds, owners and admins at any time. Voting, noting and asking for time take
having joined as a participant. A session on the backlog of a private team is hidden like the team. What somebody voted is
for nobody, administrators included, until the round is revealed.
`

export const LEGEND = `## How to read it

| cell | means |
| --- | --- |
| yes | always |
| – | refused (\`notAllowed\`), with who can do it |
| no PM | while no product manager is in force |
| no BO | while backlog owners are not in force in the story's team |
| neither | while neither is in force |
| own | an idea they have captured themselves |
| hidden | as if there were no such thing |
`

export const FOOTNOTES = `## Footnotes

[^owner]: What they are beside that in the workspace (a viewer, say) takes nothing away. In the refinement area it is enough
to be backlog owner of any team; on a backlog, and for assigning, of that team. Somebody appointed backlog owner is one also
while backlog management is off: then the team's members may do the same.

[^team]: In the team, and a member (or product manager) of the workspace. A contributor or viewer in a team stays what
they are. A product manager who is in the team may do what its members may.

[^gate]: Whoever may mark a story ready may also confirm what is missing, or override a blocking gate with a reason (RD1).

[^order]: Whoever may move a story to another stage or team also says where it goes there: it has to stand somewhere, and the
others keep their order. A step inside a backlog that is to change its order takes the right to order it, too.

[^merge]: Merging a duplicate into its original writes into that, so it takes the right to edit it.

[^watch]: Watching and the inbox are a person's own and take no right but reading, also of a story in the trash.

[^acknowledge]: For product, design or engineering (RD2): a part of refining. On a backlog, as working on the story.

[^change]: "Changed since sized" (RD6) is for the team to acknowledge.

[^trash]: Trash keeps a story 30 days (ST7): whoever may edit it puts it there and takes it back. Off a backlog it takes the right
to send it back; in the trash it takes no other command and nobody writes in it.

[^reassign]: To another team (ST4). While no product manager is in force: whoever may both take it off the one backlog and
assign it to the other.

[^ownteam]: Nobody changes their own workspace roles, so the last owner stays. Administrators may put themselves into a team:
it gives them nothing they could not do before.

[^purge]: What has been in the trash for 30 days; or, by name, one trashed story at any time.
`
