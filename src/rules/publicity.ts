/** 四（八）宣传教育引导: the board about epidemic prevention. */
import { keeps } from '../plan/limit.js';
import { type Rule, rule } from './rule.js';
import { amount, enough } from './shared/measure.js';
import { missingFrom } from './shared/missing.js';

const publicityBoard = rule({
  id: 'publicity-board',
  clauses: ['四（八）'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['publicityBoards'] },
  limits: ['publicityBoards'],
  title: { zh: '防控知识宣传栏', en: 'Epidemic-knowledge board' },
  demand: {
    zh: '在显著位置设疫情防控知识宣传栏',
    en: 'A board about epidemic prevention hangs in a conspicuous place',
  },
  advice: { zh: '设一块宣传栏，写明位置', en: 'Put up a board and state where it is' },
  reading: {
    zh: '工具只查写明位置的宣传栏有没有，是否显著须现场看',
    en: 'the toolkit only looks for a board with a stated place; a person must see whether it is conspicuous',
  },
  messages: {
    tooFew: {
      zh: '防控知识宣传栏 {have} 块，至少 {least} 块',
      en: '{have} epidemic-knowledge {have:board|boards}; at least {least} needed',
    },
  },
  *profile({ profile, limits }) {
    const boards = profile.publicityBoards;
    const limit = limits.publicityBoards;
    const all = amount('publicityBoard', boards?.length, limit, 'publicityBoards');
    yield* enough(all, 'tooFew');
    if (boards && all.met && !keeps(limit, boards.filter(({ location }) => location !== undefined).length)) {
      yield* missingFrom(boards, 'publicityBoards', ['location']);
    }
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [publicityBoard];
