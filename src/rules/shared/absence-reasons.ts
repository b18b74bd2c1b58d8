/** What the reason of an absence says, as people write it in the checks. */

/** `unstated`: nothing. `unclear`: something that may or may not be sickness. */
export type AbsenceReason = 'sick' | 'other' | 'unstated' | 'unclear';

/** Says no more than that the person was not there. */
const UNSTATED =
  /^(?:无|没有|不详|不明|未知|不清楚|其他|其它|原因不明|(?:已)?请假|缺勤|缺课|缺席|未到|未到校|未来|没来)$/;
/** The person's own sickness or injury. */
const SICK =
  /病|烧|热|咳|感冒|流感|感染|乏力|腹泻|拉肚|呕|吐|头晕|晕|咽|痛|疼|炎|疹|痘|过敏|中暑|中毒|不适|不舒服|住院|医院|就医|就诊|看医生|治疗|复诊|输液|打针|手术|受伤|伤|骨折|拔牙/;
/** That it is none, or that it is someone else's. */
const NOT_SICK = /(?:没有?|不是|非|并非|无)(?:因|生)?病|天热|炎热|高温天|热带/g;
const OF_OTHERS =
  /陪|照顾|照看|看护|护理|探望|看望|探病|(?:家人|家属|家里|家中|亲人|亲属|父|母|爸|妈|爷|奶|外公|外婆|老人|孩|儿子|女儿|妻|丈夫|爱人|朋友|同事)[^，,。；;、]*(?:病|烧|热|咳|感冒|住院|手术|就医|伤|去世|过世)/;
/** Other things that keep people away. */
const OTHER =
  /事|迟到|早退|旷|睡过|堵|交通|停运|晚点|误点|误车|天气|下雨|暴雨|大雨|台风|洪水|天热|高温|停电|停水|班|工作|单位|出差|面试|会议|开会|公假|公务|上课|考|驾照|年检|办证|办理|法院|家|搬|婚|丧|葬|去世|过世|探亲|返乡|老家|外地|外出|出门|旅游|带孩|接送|农忙|产假|产检|体检|疫苗|接种|退学|结业|毕业|实习|休息|调休|年休|放假|假期|个人|私|隔离|封控|封闭|管控|管制|防控|疫情|未返|返柳|未报到|未开学|线上|网课|陪|照顾|照看|看护|探望|看望/;

/** Returns what the reason of an absence says. */
export function reasonOf(reason: string | undefined): AbsenceReason {
  const text = (reason ?? '').replace(/\s/g, '');
  if (text === '' || UNSTATED.test(text)) return 'unstated';
  if (!OF_OTHERS.test(text) && SICK.test(text.replace(NOT_SICK, ''))) return 'sick';
  return OTHER.test(text) || OF_OTHERS.test(text) ? 'other' : 'unclear';
}
