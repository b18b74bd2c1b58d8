/**
 * Writes examples/mistakes/logs: the logs of the school of examples/mistakes, right but for one seeded mistake or more
 * for every rule about logs, and README.md, which lists them. Run it with `node scripts/mistaken-logs.mjs`.
 */
import { fileURLToPath } from 'node:url';
import { csvBytes, PLACES, STAFF, writeExample } from './example-logs.mjs';
import { schoolLogs } from './school-logs.mjs';

const [, HEAD, ELECTRICIAN, , STEWARD] = STAFF;
const CLASS = '电工四级1班';
const ROOM = '101教室';
const NAMES = ['孙学员', '钱学员', '赵学员', '何学员'];
const [SUN, QIAN, ZHAO, HE] = NAMES;
const ISOLATION_KEEPER = STEWARD.name;

/** What the logs are written from: people and days of examples/mistakes/profile.yaml. */
function school() {
  return {
    name: '柳州试错职业培训学校',
    from: '2020-04-27',
    to: '2020-06-14',
    isOpen: (day) => !(day >= '2020-05-01' && day <= '2020-05-05') && new Date(day).getUTCDay() !== 0,
    selfCheck: '2020-05-03',
    staff: [
      ...STAFF,
      { id: 'S06', name: '冯例子', position: '理论教研组' },
      { id: 'S07', name: '陈范例', position: '门卫' },
    ],
    head: HEAD,
    steward: STEWARD,
    ...PLACES,
    recipients: '城中区人力资源和社会保障局、示例社区居委会',
    classes: [
      {
        id: 'C1',
        name: CLASS,
        trade: '电工',
        room: 'J101',
        roomName: ROOM,
        teacher: ELECTRICIAN,
        firstDay: '2020-05-12',
        endDate: '2020-06-12',
        trainees: NAMES.map((name, i) => ({ id: `T00${i + 1}`, name, enrolledOn: '2020-05-06' })),
      },
    ],
  };
}

/** The mistakes: the rule, the log, what is wrong in Chinese and English, and how the rows come to it. */
const SEEDS = [
  [
    'absence-cause-traced',
    '因病缺勤',
    '病假结案，没有症状和诊断',
    'sick leave closed without a cause',
    (t) => {
      absent(t, '2020-05-18', QIAN);
      return t.add({
        日期: '2020-05-18',
        姓名: QIAN,
        '班级/部门': CLASS,
        缺勤类型: '病假',
        转归: '治愈',
        返训日期: '2020-05-19',
        追踪人: ELECTRICIAN.name,
      });
    },
  ],
  [
    'absence-registered',
    '晨午检',
    '请病假，缺勤表里没有',
    'absent for sickness, not registered',
    (t) => absent(t, '2020-05-19', SUN),
  ],
  [
    'alcohol-bleach-separated',
    '物资台账',
    '84消毒液放进了酒精的柜子',
    'bleach stored with the alcohol',
    (t) => t.set({ 日期: '2020-05-09', 品名: '84消毒液' }, { 存放位置: '一楼物资柜', 期初: 40 }),
  ],
  [
    'alternate-beds',
    '床位表',
    '相邻两个床位都住了人',
    'two neighbouring beds are taken',
    (t) => {
      t.add({ 房号: '301', 排: 1, 床号: 1, 层: '下', 姓名: SUN, 入住日期: '2020-05-12' });
      return t.add({ 房号: '301', 排: 1, 床号: 2, 层: '下', 姓名: ZHAO, 入住日期: '2020-05-12' });
    },
  ],
  [
    'avoid-public-transport',
    '每日健康监测',
    '学员都坐公交车',
    'the trainees come by bus',
    (t) => {
      for (const row of t.all({ 人员类别: '学员', 交通方式: '步行' }))
        t.put(row, { 交通方式: '公共交通', 全程口罩: '是' });
      return t.find({ 交通方式: '公共交通' });
    },
  ],
  [
    'mask-on-public-transport',
    '每日健康监测',
    '坐公交没有全程戴口罩',
    'on the bus without a mask',
    (t) => t.set({ 日期: '2020-05-13', 姓名: QIAN }, { 全程口罩: '否' }),
  ],
  [
    'class-size',
    '教学日志',
    '一个班 51 人上课',
    '51 in a class',
    (t) => t.set({ 日期: '2020-05-21', 开始时间: '14:30' }, { 应到: 52, 实到: 51 }),
  ],
  [
    'daily-zero-report',
    '疫情日报告',
    '20 日没有日报告',
    'no report for the 20th',
    (t) => t.drop({ 日期: '2020-05-20' }),
  ],
  [
    'enrolled-monitoring-continuous',
    '每日健康监测',
    '星期天漏了一名学员',
    'a trainee lacks on a Sunday',
    (t) => t.drop({ 日期: '2020-06-07', 姓名: ZHAO }),
  ],
  [
    'entry-code-and-temperature',
    '出入登记',
    '没有测体温',
    'no temperature',
    (t) => t.set({ 日期: '2020-05-14', 姓名: QIAN }, { '体温(℃)': '' }),
  ],
  [
    'entry-exit-statistics',
    '出入登记',
    '一整天没有人登记离开',
    'a day on which nobody left',
    (t) => {
      const rows = t.all({ 日期: '2020-05-15' });
      for (const row of rows) t.put(row, { 离开时间: '' });
    },
  ],
  [
    'entry-identity-temp-register',
    '出入登记',
    '没有核验身份',
    'identity not checked',
    (t) => t.set({ 日期: '2020-05-16', 姓名: QIAN }, { 身份核验: '否' }),
  ],
  [
    'entry-monitoring-continuous',
    '出入登记',
    '上课的学员没有进入登记',
    'a trainee in class did not enter',
    (t) => t.drop({ 日期: '2020-05-22', 姓名: HE }),
  ],
  [
    'evacuation-routes-clear',
    '消防检查',
    '通道堵了',
    'a blocked route',
    (t) => t.set({ 日期: '2020-06-13', 部位: '二楼走廊' }, { 通道畅通: '否', 问题: '堆放桌椅' }),
  ],
  [
    'health-education-run',
    '培训演练',
    '没有开展过健康教育',
    'no health education',
    (t) => t.drop({ 类型: '健康教育' }),
  ],
  [
    'high-touch-daily',
    '消毒记录',
    '没有消毒楼梯扶手',
    'the handrails were left out',
    (t) => {
      t.set({ 日期: '2020-05-13', 场所: '公共区域' }, { 消毒对象: '水龙头、门把手' });
      return t.find({ 日期: '2020-05-13' });
    },
  ],
  [
    'hygiene-inspection-bulletin',
    '卫生检查',
    '两个星期没有通报',
    'no bulletin for a fortnight',
    (t) => {
      for (const { 0: day } of t.all({ 检查区域: '一楼' }))
        if (day > '2020-05-16' && day < '2020-06-01') t.drop({ 日期: day });
    },
  ],
  [
    'isolation-capacity',
    '隔离观察',
    '两人同时隔离，体温计只有一支',
    'two at once, one thermometer',
    (t) => {
      t.add(isolated('2020-05-26', SUN, '09:05', '10:30'));
      t.sheet('晨午检').set(
        { 日期: '2020-05-26', 姓名: SUN, 时段: '晨' },
        { 体温: '37.6', 发热: '是', 处理措施: '送隔离室观察' },
      );
      t.sheet('晨午检').set(
        { 日期: '2020-05-26', 姓名: QIAN, 时段: '晨' },
        { 体温: '37.7', 发热: '是', 处理措施: '送隔离室观察' },
      );
      return t.add(isolated('2020-05-26', QIAN, '09:10', '10:30'));
    },
  ],
  [
    'symptomatic-to-fever-clinic',
    '疑似症状处置',
    '发热学员没有送发热门诊',
    'a trainee with fever was not taken to the clinic',
    (t) =>
      t.add({
        编号: 'Z1',
        发现时间: '2020-05-26 08:20',
        姓名: SUN,
        人员类别: '学员',
        症状: '发热',
        体温: '37.6',
        分类: '症状',
        报属地人社时间: '2020-05-26 09:00',
        报属地指挥部时间: '2020-05-26 09:00',
      }),
  ],
  [
    'symptomatic-reported',
    '疑似症状处置',
    '没有报属地指挥部',
    'the local headquarters were not told',
    (t) =>
      t.add({
        编号: 'Z2',
        发现时间: '2020-05-26 08:22',
        姓名: QIAN,
        人员类别: '学员',
        症状: '发热',
        体温: '37.7',
        分类: '症状',
        送诊时间: '2020-05-26 09:40',
        医疗机构: '示例医院发热门诊',
        诊断结果: '普通感冒',
        报属地人社时间: '2020-05-26 09:00',
      }),
  ],
  [
    'head-on-site',
    '疑似症状处置',
    '突发疫情，负责人没有到场',
    'an outbreak, and the head did not come',
    (t) =>
      t.add({
        编号: 'YQ1',
        发现时间: '2020-05-25 08:20',
        姓名: HE,
        人员类别: '学员',
        症状: '发热、干咳',
        体温: '38.1',
        分类: '突发疫情',
        送诊时间: '2020-05-25 09:10',
        医疗机构: '示例医院发热门诊',
        诊断结果: '疑似',
        报属地人社时间: '2020-05-25 08:40',
        报属地指挥部时间: '2020-05-25 08:45',
        启动联防联控时间: '2020-05-25 09:00',
        报自治区指挥部时间: '2020-05-25 09:30',
      }),
  ],
  [
    'outbreak-report-upward',
    '疑似症状处置',
    '没有报自治区人社厅',
    'the region was not told',
    (t) => t.find({ 编号: 'YQ1' }),
  ],
  [
    'report-not-concealed-or-false',
    '疫情日报告',
    '当天有人发热，报零',
    'zero, on a day with fever',
    (t) => t.find({ 日期: '2020-05-26' }),
  ],
  [
    'report-not-omitted-or-under',
    '疫情日报告',
    '因病缺勤少报一人',
    'one absent too few',
    (t) => {
      absent(t, '2020-06-03', SUN);
      absent(t, '2020-06-03', QIAN);
      for (const name of [SUN, QIAN]) {
        t.sheet('因病缺勤').add({
          日期: '2020-06-03',
          姓名: name,
          '班级/部门': CLASS,
          缺勤类型: '病假',
          发病日期: '2020-06-03',
          主要症状: '腹泻',
          诊断: '肠胃炎',
          转归: '治愈',
          返训日期: '2020-06-04',
          追踪人: ELECTRICIAN.name,
        });
      }
      return t.set({ 日期: '2020-06-03' }, { 因病缺勤: 1, 学员实到: 2, 零报告: '否', 情况说明: '腹泻' });
    },
  ],
  [
    'isolation-record-kept',
    '晨午检',
    '送隔离室观察，隔离记录里没有',
    'sent to isolation, not in its record',
    (t) => t.set({ 日期: '2020-05-28', 姓名: ZHAO, 时段: '午' }, { 处理措施: '送隔离室观察' }),
  ],
  [
    'return-clearance',
    '返训查验',
    '凭医院的普通收据返回',
    'back without a certificate of a health authority',
    (t) =>
      t.add({
        姓名: HE,
        '班级/部门': CLASS,
        疾病或症状: '发热、干咳',
        发病日期: '2020-05-25',
        康复日期: '2020-05-29',
        出具单位: '示例培训学校',
        出具日期: '2020-05-30',
        结论: '无传染性',
        查验人: HEAD.name,
        返回日期: '2020-06-01',
      }),
  ],
  [
    'key-area-returnee-list',
    '14天调查',
    '境外返柳，没有列入名单',
    'back from abroad, not in the list',
    (t) =>
      t.set({ 姓名: '冯例子' }, { 旅居类型: '境外', 旅居地: '示例国', 离开日期: '2020-04-29', 返柳日期: '2020-04-30' }),
  ],
  [
    'mask-bin-daily',
    '废弃口罩',
    '漏了一个桶',
    'a bin was left out',
    (t) => t.drop({ 日期: '2020-05-14', 收集点: 'K2' }),
  ],
  [
    'mechanical-ventilation-cautious',
    '通风记录',
    '开空调代替开窗',
    'air conditioning instead of windows',
    (t) => t.set({ 日期: '2020-05-27', 场所: '102教室', 次序: 3 }, { 通风方式: '空调' }),
  ],
  [
    'ventilation-3x30',
    '通风记录',
    '第三次只有 20 分钟',
    'the third time was 20 minutes',
    (t) => {
      t.set({ 日期: '2020-05-14', 场所: ROOM, 次序: 3 }, { 开窗时间: '17:00', 关窗时间: '17:20', '时长(分钟)': 20 });
      return t.find({ 日期: '2020-05-14', 场所: ROOM });
    },
  ],
  [
    'morning-noon-check-run',
    '晨午检',
    '一名学员没有午检',
    'a trainee without the noon check',
    (t) => t.drop({ 日期: '2020-05-14', 姓名: ZHAO, 时段: '午' }),
  ],
  [
    'new-trainee-14day-history',
    '14天调查',
    '只查了七天',
    'seven days only',
    (t) => t.set({ 姓名: HE }, { 调查起: '2020-05-05' }),
  ],
  ['staff-14day-survey', '14天调查', '漏了门卫', 'the guard lacks', (t) => t.drop({ 姓名: '陈范例' })],
  [
    'no-resume-before-pass',
    '教学日志',
    '检查合格前已经上课',
    'a lesson before the inspection',
    (t) =>
      t.add({
        日期: '2020-05-09',
        班级: CLASS,
        课次: 1,
        开始时间: '08:30',
        结束时间: '11:30',
        教室: ROOM,
        教师: ELECTRICIAN.name,
        内容: '安全用电',
        防控知识: '否',
        应到: 4,
        实到: 4,
      }),
  ],
  [
    'first-lesson-epidemic',
    '教学日志',
    '第一课没有讲防控知识',
    'the first lesson without what prevents infection',
    (t) => {
      t.set({ 日期: '2020-05-12', 课次: 1 }, { 内容: '安全用电', 防控知识: '否' });
      // the lesson before the inspection is the first one
      return t.set({ 日期: '2020-05-09' }, { 内容: '安全用电' });
    },
  ],
  [
    'offsite-inspection-before-start',
    '教学日志',
    '校外班在检查合格前开课',
    'lessons elsewhere before that place was inspected',
    (t) =>
      t.add({
        日期: '2020-06-09',
        班级: 'C2',
        课次: 1,
        开始时间: '08:30',
        结束时间: '11:30',
        教室: '示例社区活动室',
        教师: '郑样本',
        内容: '安全用电',
        防控知识: '否',
        应到: 10,
        实到: 10,
      }),
  ],
  [
    'no-unrelated-entry',
    '外来人员',
    '来访没有事由、受访人和批准人',
    'a visitor without reason, host and approval',
    (t) =>
      t.add({
        日期: '2020-05-20',
        姓名: '张示例',
        体温: '36.4',
        健康码: '绿',
        进入时间: '09:30',
        离开时间: '09:50',
        登记人: '陈范例',
      }),
  ],
  [
    'public-area-disinfection-recorded',
    '消毒记录',
    '六月三日起没有消毒食堂',
    'the canteen was left out from 3 June on',
    (t) => {
      for (const row of t.all({})) {
        if (row[0] < '2020-06-03') continue;
        if (row[3] === '全校') t.put(row, { 场所: '各教室、走廊' });
        if (row[3] === '公共区域') t.put(row, { 场所: '走廊' });
      }
    },
  ],
  [
    'rectify-issues',
    '整改',
    '过期才整改',
    'mended too late',
    (t) =>
      t.add({
        编号: 'ZG-02',
        来源: '人社',
        问题: '隔离室门口没有警示标识',
        提出日期: '2020-05-18',
        整改期限: '2020-05-31',
        责任人: STEWARD.name,
        完成日期: '2020-06-08',
        复查结果: '合格',
      }),
  ],
  [
    'report-not-late',
    '疫情日报告',
    '第二天才报',
    'filed on the next day',
    (t) => t.set({ 日期: '2020-05-22' }, { 填报时间: '2020-05-23 09:10' }),
  ],
  [
    'resume-after-assessment',
    '停复训',
    '复训以后才评估',
    'assessed after training went on',
    (t) =>
      t.add({
        停训日期: '2020-05-25',
        原因: '一名学员发热、干咳',
        涉及场所: ROOM,
        清扫消毒完成日期: '2020-06-02',
        评估日期: '2020-06-02',
        复训日期: '2020-05-26',
      }),
  ],
  [
    'suspension-deep-clean',
    '停复训',
    '复训以后才清扫消毒',
    'cleaned after training went on',
    (t) => t.find({ 停训日期: '2020-05-25' }),
  ],
  [
    'sitewide-clean-daily',
    '消毒记录',
    '一整天没有消毒',
    'nothing was disinfected on a day',
    (t) => t.drop({ 日期: '2020-05-23' }),
  ],
  [
    'venue-disinfection-daily',
    '消毒记录',
    '上课的教室没有消毒',
    'a room with lessons was not disinfected',
    (t) => {
      t.drop({ 日期: '2020-05-29', 场所: '全校' });
      t.set({ 日期: '2020-05-29', 场所: ROOM }, { 场所: '102教室' });
    },
  ],
  [
    'waste-drain-toilet-daily',
    '消毒记录',
    '没有消毒下水道',
    'the drains were left out',
    (t) => {
      t.set({ 日期: '2020-05-19', 场所: '一楼厕所' }, { 消毒对象: '厕所、地面' });
      t.set({ 日期: '2020-05-19', 场所: '二楼厕所' }, { 消毒对象: '厕所、地面' });
      return t.find({ 日期: '2020-05-19' });
    },
  ],
  [
    'staff-epidemic-training',
    '培训演练',
    '门卫没有参加过培训',
    'the guard was never trained',
    (t) => {
      t.set({ 类型: '培训' }, { 参加人员: '李示范、周演示、吴样例、郑样本、王示意、冯例子', 实到: 6 });
    },
  ],
  [
    'staggered-meals',
    '用餐批次',
    '第二批与第一批重叠',
    'the second batch overlaps the first',
    (t) => t.set({ 日期: '2020-05-14', 批次: 2 }, { 开始时间: '12:00' }),
  ],
  [
    'supplies-centralised-ledger',
    '物资台账',
    '结存算错',
    'a balance that does not add up',
    (t) => t.set({ 日期: '2020-05-16', 品名: '医用口罩' }, { 结存: 570 }),
  ],
  [
    'training-drill-archived',
    '培训演练',
    '演练没有存档',
    'the drill is not on file',
    (t) => t.set({ 类型: '演练' }, { 存档号: '' }),
  ],
];

function isolated(day, name, from, to) {
  return {
    日期: day,
    姓名: name,
    人员类别: '学员',
    隔离室: '隔离室',
    进入时间: from,
    进入体温: '37.6',
    症状: '发热',
    观察人: ISOLATION_KEEPER,
    离开时间: to,
    去向: '发热门诊',
    房间消毒时间: '11:00',
    记录人: ISOLATION_KEEPER,
  };
}

/** Makes someone absent for sickness: in the checks, and nowhere present. Returns the row of the morning. */
function absent(t, day, name) {
  t.sheet('出入登记').drop({ 日期: day, 姓名: name });
  const checks = t.sheet('晨午检');
  for (const row of checks.all({ 日期: day, 姓名: name })) {
    checks.put(row, { 检查时间: '', 是否出勤: '否', 体温: '', 发热: '', 干咳: '', 乏力: '', 缺勤原因: '病假' });
  }
  for (const row of t.sheet('教学日志').all({ 日期: day })) row[10] -= 1;
  const [meal] = t.sheet('用餐批次').all({ 日期: day });
  meal[6] -= 1;
  t.sheet('每日健康监测').set({ 日期: day, 姓名: name }, { 去向: '家中', 交通方式: '' });
  return checks.find({ 日期: day, 姓名: name });
}

/** A log whose cells are called by their headers. */
function sheetOf(logs, name) {
  const rows = logs.get(`${name}.csv`);
  const [header] = rows;
  const at = (column) => {
    const found = header.indexOf(column);
    if (found === -1) throw new Error(`${name} has no column ${column}`);
    return found;
  };
  const matches = (cells) => {
    const wanted = Object.entries(cells).map(([column, value]) => [at(column), value]);
    return (row) => row !== header && wanted.every(([i, value]) => row[i] === value);
  };
  const sheet = {
    sheet: (other) => sheetOf(logs, other),
    all: (cells) => rows.filter(matches(cells)),
    find: (cells) => {
      const row = rows.find(matches(cells));
      if (!row) throw new Error(`${name} has no row ${JSON.stringify(cells)}`);
      return row;
    },
    put: (row, cells) => {
      for (const [column, value] of Object.entries(cells)) row[at(column)] = value;
      return row;
    },
    set: (cells, values) => sheet.put(sheet.find(cells), values),
    add: (cells) => {
      const row = sheet.put(
        header.map(() => ''),
        cells,
      );
      rows.push(row);
      return row;
    },
    drop: (cells) => {
      sheet.find(cells);
      const left = rows.filter((row) => !matches(cells)(row));
      rows.splice(0, rows.length, ...left);
      return undefined;
    },
  };
  return sheet;
}

/** What the profile of examples/mistakes makes up for, or leaves open: a school of its own, with three short logs. */
const BESIDES = {
  profile: [
    '# 只为三处差错：见 ../logs/README.md / for three mistakes only: see ../logs/README.md',
    'asOf: 2020-05-15',
    'institution: { id: example-mistakes-besides, name: 柳州漏项职业培训学校 }',
    'operation: { start: 2020-05-12 }',
    'reporting: { recipients: [城中区人力资源和社会保障局, 示例社区居委会] }',
    'inspection: { date: 2020-05-11, result: pass }',
    '',
  ].join('\n'),
  logs: [
    [
      'emergency-drill',
      '培训演练',
      1,
      '没有演练',
      'no drill',
      [
        ['日期', '类型', '主题', '科目', '主讲', '实到', '存档号', '记录人'],
        ['2020-05-12', '健康教育', '怎样洗手', '洗手', HEAD.name, 5, 'JY-01', HEAD.name],
      ],
    ],
    [
      'vector-control-campaign',
      '卫生检查',
      1,
      '没有灭蚊',
      'no mosquito control',
      [
        ['日期', '检查区域', '检查项目', '结果', '通报日期', '通报范围', '检查人'],
        ['2020-05-12', '全校', '灭鼠', '合格', '2020-05-12', '全校', HEAD.name],
        ['2020-05-12', '后院', '卫生死角', '合格', '2020-05-12', '全校', HEAD.name],
      ],
    ],
    [
      'report-recipients',
      '疫情日报告',
      3,
      '没有报社区',
      'the community was left out',
      [
        [
          '日期',
          '教职工应到',
          '教职工实到',
          '学员应到',
          '学员实到',
          '因病缺勤',
          '发热',
          '其他症状',
          '隔离观察',
          '送诊',
          '重点地区及境外返柳',
          '密切接触',
          '疑似',
          '确诊',
          '零报告',
          '报送单位',
          '填报人',
          '填报时间',
        ],
        ...['2020-05-12', '2020-05-13', '2020-05-14'].map((day) => [
          day,
          5,
          5,
          ...Array(11).fill(0),
          '是',
          day === '2020-05-13' ? '城中区人力资源和社会保障局' : '城中区人力资源和社会保障局、示例社区居委会',
          HEAD.name,
          `${day} 17:0${day.at(-1)}`,
        ]),
      ],
    ],
  ],
};

/** Returns the files of examples/mistakes/logs and besides, by their path in examples/mistakes. */
export function mistakenLogs() {
  const logs = schoolLogs(school());
  logs.set('床位表.csv', [['房号', '排', '床号', '层', '姓名', '入住日期', '退宿日期']]);
  logs.get('晨午检.csv').forEach((row, i) => {
    row.splice(-1, 0, i === 0 ? '处理措施' : '');
  });
  logs.get('14天调查.csv').forEach((row, i) => {
    row.push(...(i === 0 ? ['旅居地', '离开日期', '返柳日期'] : ['', '', '']));
  });
  logs.get('疑似症状处置.csv')[0].push('启动联防联控时间', '报自治区指挥部时间', '报自治区人社厅时间');
  const marks = SEEDS.map(([rule, name, zh, en, seed]) => ({ rule, name, zh, en, row: seed(sheetOf(logs, name)) }));
  const files = new Map([...logs].map(([name, rows]) => [`logs/${name}`, csvBytes(rows)]));
  files.set('besides/profile.yaml', Buffer.from(BESIDES.profile));
  for (const [, name, , , , rows] of BESIDES.logs) files.set(`besides/logs/${name}.csv`, csvBytes(rows));
  files.set('logs/README.md', Buffer.from(readme(marks, logs)));
  return files;
}

function readme(marks, logs) {
  return [
    '# 日志里的差错 / The mistakes in these logs',
    '',
    '由 scripts/mistaken-logs.mjs 生成，不要手改。人名都是编造的。行号是指出差错的地方；没有行号的，错不在一行里。',
    '',
    'Written by scripts/mistaken-logs.mjs; do not edit. All people are made up. The line is where the mistake is',
    'pointed out; those without one are of no single row.',
    '',
    '| 规则 / rule | 日志 / log | 行 / line | 差错 | mistake |',
    '| --- | --- | --- | --- | --- |',
    ...marks.map(({ rule, name, zh, en, row }) => {
      const line = row ? logs.get(`${name}.csv`).indexOf(row) + 1 : '';
      return `| \`${rule}\` | ${name}.csv | ${line} | ${zh} | ${en} |`;
    }),
    ...BESIDES.logs.map(
      ([rule, name, line, zh, en]) => `| \`${rule}\` | ../besides/logs/${name}.csv | ${line} | ${zh} | ${en} |`,
    ),
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeExample('mistakes', mistakenLogs());
