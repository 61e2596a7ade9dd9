/**
 * What no nickname contains unless a host says otherwise, English and Spanish: insults, slurs and what does not belong on
 * a wall in front of children. A word with a star is found inside longer words, too; names of people and places that
 * contain a shorter one by chance (Cassandra, Scunthorpe, Dickinson, Pornthip) stay free.
 */
export const HOUSE_WORDS: readonly string[] = `
anal anus arse arsehole* ass asses asshat asshole* bastard* bitch* bollocks boob boobs bugger bullshit* chink clit cock
cocksucker* coon crap cuck cum cunt dick dickhead* dildo* douche* dumb dumbass* fag faggot* fatass* fatso fuck* fuk
fuker fck fcking fcuk phuck* gook heil hitler* idiot* imbecile* jackass* jizz kike kkk kys loser midget molester moron
motherfuck* nazi nigga* nigger* nonce paki paedo* pedo pedophile* penis piss porn porno prick pussy rape raper rapist
retard* scum sex sexy shit shithead* shitface* shitty slag slut sluts spastic spaz stfu stupid* suicide tit titties
tosser tranny turd twat ugly vagina wank wanker* wetback whore* wtf
boludo boluda cabron* cagada caraculo* cojones coño culo culero estúpid* follar gilipolla* hijoputa* huevon imbecil*
joder malparid* mamon mamona maricon* mariquita marica mierda* mongolo ojete panocha pelotudo* pendej* perra picha pinche
polla puta puto puton retrasad* sudaca subnormal* tarado* tetas tonto tonta tontolaba verga zorra 🖕
`
  .trim()
  .split(/\s+/)
