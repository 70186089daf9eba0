/** Each spelling that differs between Britain and America, and what is written for both before a word is stemmed. */
const unified: readonly (readonly [RegExp, string])[] = [
  // "organize", "organizations", "analyze"
  [/(?<=..[iy])z(?=(?:e[dsr]?|ers|ing|able|ations?|ational)$)/, 's'],
  [
    /(?<=ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|savi|splend|tum|val|vap|vig)or/,
    'our',
  ],
  [
    /(?<=^calib|^(?:epi)?cent|^fib|^(?:kilo|centi|milli)?met|^(?:milli)?lit|^lust|^meag|^sab|^scept|^somb|^spect|^(?:amphi)?theat)(?:er(?:s|ed|ing)?|re[sd]?|ring)$/,
    're',
  ],
  [/(?<=^def|^lic|^off|^pret)ense/, 'ence'],
  [/(?<=anal|catal|dial|epil|monol|prol)ogue/, 'og'],
  // At the beginning of a word diphthongs are left alone, since words are looked up by it.
  [/(?<=^an|arch|gyn|leuk)ae(?=[cmos])|(?<=diarrh)oe(?=a)/, 'e'],
  [/^(program)me(?=s?$)/, '$1'],
  [/^man(?:euver|oeuvre?)/, 'manoeuvr'],
  [/^aluminium/, 'aluminum'],
  [/^grey/, 'gray'],
  [/^jewellery/, 'jewelry'],
  [/^mould/, 'mold'],
  [/^moustache/, 'mustache'],
  [/^plough/, 'plow'],
  [/^sceptic/, 'skeptic'],
  [/^sulph/, 'sulf'],
];

/** One spelling of a lower-case word for Britons and Americans: "organise" for "organize", "colour" for "color". */
export function unifySpelling(word: string): string {
  return unified.reduce((spelt, [pattern, written]) => spelt.replace(pattern, written), word);
}
