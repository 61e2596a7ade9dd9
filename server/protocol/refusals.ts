import type { PackageFault } from './contributions.ts'

/**
 * Every reason for which the server refuses something, with what to do about it, in English.
 * The client shows its own language's text for the code (`refusal.<code>` in client/messages), this one otherwise.
 */
export const REFUSALS = {
  'bad-request': 'Something in that request was not as expected ({{detail}}). Reload the page and try again.',
  'too-large': 'That is more than fits. Shorten it and try again.',
  'too-many': 'That was a lot in a short time. Wait {{seconds}} seconds and try again.',
  'server-busy': 'The server has its hands full. Nothing is lost; try again in a moment.',
  'server-error': 'The server stumbled over this. Nothing you typed is lost; try again.',
  'not-signed-in': 'Sign in first.',
  'not-allowed': 'Only {{who}} can do this.',
  'wrong-password': 'Name and password do not belong together. Check both and try again.',
  'wrong-old-password': 'This is not your present password. Type it again.',
  'host-not-found': 'There is no other host of this name. Reload the page.',
  'sign-in-again': 'You signed in a while ago. Sign out and in again first, so that it is certain that it is you.',
  'passkey-not-here': 'Passkeys need a page served over https. Sign in with your password.',
  'passkey-refused': 'This passkey does not fit. Try again, or sign in with your password.',
  'link-used': 'This link has been used already. Sign in with your name and password.',
  'link-expired': 'This invitation is not valid any more. Ask a host for a new one.',
  'move-over': 'This code has been used or is too old. Make a new one on your other device.',
  'link-outdated': 'This is not the newest link. Open the one that the server printed when it last started.',
  'name-taken': 'Somebody here is called {{name}} already. Add a letter or pick another name.',
  'name-unusable': 'This name cannot be shown. Pick one with 1 to 24 letters, digits or spaces.',
  'name-unkind': 'This name could hurt somebody. Pick one that everybody in the room likes to read.',
  'account-name-taken': 'This name is in use. Pick another one.',
  'account-name-unusable': 'A player name has 3 to 30 letters or digits, without spaces. Pick another one.',
  'wrong-passphrase': 'Player name and passphrase do not belong together. Check the four words.',
  'not-joined': 'Join the tournament first.',
  'joining-closed': 'The host has closed the door for now. Ask the host to open it.',
  'removed-from-tournament': 'The host has taken you off the list. Have a word with the host.',
  'tournament-not-found': 'There is no tournament with this code. Check the code on the wall.',
  'tournament-joined':
    'People have joined this tournament already, so it stays. Finish it, or make a copy to go on with.',
  'tournament-over': 'This tournament has ended. Its awards stay open to read.',
  'round-not-found': 'This round is not there any more. Reload the page.',
  'round-not-open': 'This round has not started yet. It opens by itself when the host starts it.',
  'round-closed': 'This round has ended. What you sent before the end counts.',
  'round-paused': 'The round is paused. Your code is kept; send it when the round goes on.',
  'round-state': 'This cannot be done while the round is {{status}}.',
  'round-running': 'Another round is under way. End it first.',
  'round-under-way': 'A round is under way. Pause it, or take the break when it has ended.',
  'rehearse-later': 'A round is under way. Rehearse when it has ended.',
  'extension-spent': 'Hardly any time would be left without these minutes. Stop the round if it is to end now.',
  'round-empty': 'There are no puzzles in this round yet. Add at least one.',
  'nothing-played': 'No round has been played yet. Play one, or remove the tournament.',
  'finish-first': 'Finish the tournament first: this makes its figures.',
  'figures-due': 'The awards are just being worked out. This takes a moment; then try again.',
  'publish-rounds-first': 'A round that ended is not published yet. Publish it first.',
  'round-unjudged': 'Some submissions are still being judged. This takes a moment.',
  'flags-open': 'Look at the flagged results first: clear or strike each of them.',
  'rejudging-open': 'This puzzle is being judged again already, or waits for your decision. Look at the results.',
  'rejudging-state': 'This has moved on meanwhile. Look at the results again.',
  'rejudging-nothing': 'Nobody has sent anything to this puzzle that could be judged again.',
  'rejudging-outdated': 'The puzzle has changed since it was judged by it. Have it judged again.',
  'rejudging-round-on': 'A round is on, and figures are not made again meanwhile. Decide when it has ended.',
  'rejudging-later': 'This puzzle was judged once more after that. Put the later one back first.',
  'nothing-to-reveal': 'Everything has been revealed.',
  'kit-not-found': 'This ready evening is not here any more. Look at the list again.',
  'problem-not-found': 'This puzzle is not part of it. Reload the page.',
  'language-not-taken': 'This puzzle does not take {{language}}. Pick one of: {{languages}}.',
  'source-empty': 'There is no code in it yet. Write a line and send it again.',
  'source-too-long': 'The code is {{size}} KB long; at most {{limit}} KB are taken. Shorten it and send it again.',
  'submission-differs': 'This submission has been sent already with other code. Reload the page.',
  'no-more-hints': 'There are no more hints for this puzzle.',
  'question-not-found': 'This question is not there any more. Look at the list again.',
  'questions-waiting': 'You have {{count}} questions waiting. Wait for an answer, or ask for help where you sit.',
  'help-over': 'This call for help is over. Look at the list again.',
  'help-taken': 'Somebody is on the way there already. Take the next one.',
  'mentor-not-finished': 'Solve every puzzle of this round first; then you can offer to help others.',
  'mentor-not-free': 'This player does not offer to help right now. Look at the list again.',
  'not-a-helper': 'Only hosts and helpers of this tournament can do this. Ask a host to make you a helper.',
  'invitation-outdated': 'This invitation for helpers does not work any more. Ask a host for a new link.',
  'badge-not-found': 'This badge is not here. It may have been deleted by its owner.',
  'player-not-found': 'This player is not here any more. Look for another one.',
  'player-linked': 'These two are one person already, or one of them is linked to somebody else. Undo that first.',
  'player-playing': 'One of the two is in a round that is under way. Do it when the round has ended.',
  'player-removed': 'One of the two was taken off the list of a tournament in which the other is, so they stay two.',
  'player-not-linked': 'This player is not linked to anybody.',
  'award-not-found': 'This award is not theirs. Reload the page.',
  'award-not-published': 'This award is not published yet. Publishing decides about it.',
  'owner-decides': 'Only an owner lets names stand on the wall unseen. Ask one, or look at each name first.',
  'entry-not-found': 'This player is not here.',
  'contribution-not-found': 'This puzzle is not here any more. Look at the list again.',
  'contribution-state': 'This puzzle has moved on meanwhile. Look at the list again.',
  'contribution-held': 'Rounds hold this puzzle as it is. Make a copy to go on with.',
  'contribution-mended': 'This puzzle is being mended already. Look at the list again.',
  'contribution-playing': 'A round with this puzzle is under way. Land it when the round has ended.',
  'problem-id-taken': 'There is a puzzle with the id {{id}} already. Take another id.',
  'solution-missing': 'There is no accepted solution to run yet. Write one first.',
  'package-unusable': 'This file cannot be taken: {{detail}}',
  'series-not-found': 'This series is not here any more. Look at the list again.',
  'series-in-use':
    'There are tournaments or published seasons in this series, so it stays. Take the tournaments out of it first.',
  'season-not-found': 'This season is not here any more. Look at the list again.',
  'season-days': 'A season ends on the day it begins or later, and lasts two years at most. Look at the days.',
  'season-published': 'This season is published and stays as it is. Make a new one for what comes.',
  'season-nobody': 'Nobody has gained over four rounds of this season yet. Play on, or choose other days.',
  'changed-meanwhile': 'Somebody else changed this at the same moment. Look again and repeat it.',
} as const

export type RefusalCode = keyof typeof REFUSALS
export type RefusalParams = Record<string, string | number>
/**
 * `message` is the English sentence with its numbers filled in. `faults`: what is wrong with a package, for pages in other
 * languages than the sentence's `detail`.
 */
export type Refusal = { code: RefusalCode; params?: RefusalParams; message: string; faults?: PackageFault[] }

/** Builds a refusal with its English sentence. */
export function refusal(code: RefusalCode, params?: RefusalParams): Refusal {
  const message = REFUSALS[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params?.[name] ?? ''))
  return params ? { code, params, message } : { code, message }
}

const MOST_FAULTS_TOLD = 4

/** A package that cannot be taken, with the first few things that are wrong with it. */
export function unusable(all: readonly PackageFault[]): Refusal {
  const faults = all.slice(0, MOST_FAULTS_TOLD)
  const texts = faults.map(({ file, field, message }) =>
    [file, field, message].filter((part) => part !== '').join(': '),
  )
  const more = all.length > faults.length ? `; … (+${all.length - faults.length})` : ''
  return { ...refusal('package-unusable', { detail: texts.join('; ') + more }), faults }
}
