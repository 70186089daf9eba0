import { describe, expect, test } from 'vitest';
import { termOf } from '../../../src/language/index.ts';

describe('what Britons and Americans spell differently is found either way', () => {
  test.each([
    ['organise', 'organize'],
    ['organisations', 'organizations'],
    ['naturalised', 'naturalize'],
    ['analysing', 'analyzing'],
    ['paralysed', 'paralyzed'],
    ['colour', 'color'],
    ['neighbouring', 'neighboring'],
    ['labour', 'labor'],
    ['behaviour', 'behavior'],
    ['centre', 'center'],
    ['centred', 'centered'],
    ['centring', 'centering'],
    ['theatres', 'theaters'],
    ['kilometres', 'kilometers'],
    ['defence', 'defense'],
    ['offences', 'offenses'],
    ['catalogues', 'catalogs'],
    ['programmes', 'programs'],
    ['manoeuvre', 'maneuver'],
    ['leukaemia', 'leukemia'],
    ['anaesthetic', 'anesthetic'],
    ['archaeologist', 'archeologist'],
    ['aluminium', 'aluminum'],
    ['sceptical', 'skeptical'],
    ['grey', 'gray'],
    ['travelled', 'traveled'],
  ])('%s and %s', (british, american) => {
    expect(termOf(british, 'en')).toBe(termOf(american, 'en'));
  });

  test.each([
    ['organization', 'organ'],
    ['meter', 'meet'],
    ['prize', 'price'],
    ['labor', 'lab'],
    ['aerial', 'serial'],
  ])('and %s is no %s by it', (word, other) => {
    expect(termOf(word, 'en')).not.toBe(termOf(other, 'en'));
  });
});
