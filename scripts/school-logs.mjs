/** The logs of an invented school that does everything right, from its people, rooms and days. Nothing is random. */

/** Returns the day so many days later. */
export function addDays(day, count) {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

const clock = (minutes) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A whole number below `below` that looks random, the same for the same words. */
function scattered(below, ...words) {
  let hash = 2166136261;
  for (const char of words.join(' ')) hash = Math.imul(hash ^ char.codePointAt(0), 16777619);
  hash ^= hash >>> 15;
  return ((Math.imul(hash, 0x2c1b3c6d) >>> 8) ^ (hash >>> 20)) % below;
}

/** Returns the rows of each log by the name of its file, the header first. */
export function schoolLogs(school) {
  const days = [];
  for (let day = school.from; day <= school.to; day = addDays(day, 1)) days.push(day);
  const model = modelOf(school, days);
  return new Map([
    ['出入登记.csv', entry(model)],
    ['外来人员.csv', visitor(model)],
    ['晨午检.csv', check(model)],
    ['每日健康监测.csv', healthDaily(model)],
    ['14天调查.csv', history14(model)],
    ['因病缺勤.csv', absence(model)],
    ['疫情日报告.csv', dailyReport(model)],
    ['消毒记录.csv', disinfection(model)],
    ['通风记录.csv', ventilation(model)],
    ['卫生检查.csv', hygiene(model)],
    ['废弃口罩.csv', maskBin(model)],
    ['隔离观察.csv', [[...ISOLATION]]],
    ['疑似症状处置.csv', [[...INCIDENT]]],
    ['返训查验.csv', [[...CLEARANCE]]],
    ['物资台账.csv', supplies(model)],
    ['培训演练.csv', training(model)],
    ['教学日志.csv', session(model)],
    ['消防检查.csv', fire(model)],
    ['用餐批次.csv', meals(model)],
    ['停复训.csv', [[...SUSPENSION]]],
    ['整改.csv', rectification(model)],
  ]);
}

function modelOf(school, days) {
  const openDays = days.filter(school.isOpen);
  const sickUntil = school.sick ? addDays(school.sick.from, school.sick.days) : '';
  const isSick = ({ id }, day) => school.sick?.person === id && day >= school.sick.from && day < sickUntil;
  const classesOn = (day) =>
    school.isOpen(day) ? school.classes.filter(({ firstDay, endDate }) => firstDay <= day && day <= endDate) : [];
  /** Who belongs there on an open day: staff, and trainees whose class has begun. */
  const peopleOn = (day) => [
    ...school.staff.map((person) => ({ ...person, category: '教职工', group: person.position })),
    ...classesOn(day).flatMap(({ name, trainees }) =>
      trainees.map((person) => ({ ...person, category: '学员', group: name })),
    ),
  ];
  const presentOn = (day) => peopleOn(day).filter((person) => !isSick(person, day));
  /** What looks random is another at every school. */
  const luck = (below, ...words) => scattered(below, school.id ?? '', ...words);
  const celsius = (...words) => (36.1 + luck(8, ...words) / 10).toFixed(1);
  return { ...school, luck, celsius, days, openDays, isSick, sickUntil, classesOn, peopleOn, presentOn };
}

function entry({ luck, celsius, openDays, presentOn, steward }) {
  const rows = openDays.flatMap((day) =>
    presentOn(day)
      .map((person) => {
        const isStaff = person.category === '教职工';
        const arrival = (isStaff ? 445 : 465) + luck(isStaff ? 20 : 35, 'in', day, person.id);
        const departure = (isStaff ? 1065 : 1025) + luck(28, 'out', day, person.id);
        return [arrival, departure, person];
      })
      .sort(([a, , one], [b, , other]) => a - b || (one.id < other.id ? -1 : 1))
      .map(([arrival, departure, { id, name, category, group }]) => [
        day,
        clock(arrival),
        clock(departure),
        name,
        id,
        category,
        group,
        '是',
        celsius('gate', day, id),
        '额温',
        '绿',
        '是',
        '是',
        '无',
        '大门',
        steward.name,
      ]),
  );
  return [
    [
      '日期',
      '进入时间',
      '离开时间',
      '姓名',
      '编号',
      '人员类别',
      '班级/部门',
      '身份核验',
      '体温(℃)',
      '测温部位',
      '健康码',
      '放行',
      '口罩',
      '症状',
      '出入口',
      '登记人',
    ],
    ...rows,
  ];
}

function visitor({ celsius, visits = [], steward, head }) {
  return [
    [
      '日期',
      '姓名',
      '单位',
      '联系电话',
      '来访事由',
      '受访人',
      '批准人',
      '体温',
      '健康码',
      '近14天旅居',
      '进入时间',
      '离开时间',
      '登记人',
    ],
    ...visits.map(({ day, name, org, purpose }) => [
      day,
      name,
      org,
      '13800009001',
      purpose,
      steward.name,
      head.name,
      celsius('visit', day),
      '绿',
      '柳州市内',
      '09:12',
      '10:40',
      steward.name,
    ]),
  ];
}

function check({ luck, celsius, openDays, classesOn, peopleOn, isSick, classes, steward }) {
  const inspectorOf = (group) => classes.find(({ name }) => name === group)?.teacher.name ?? steward.name;
  const rows = openDays
    .filter((day) => classesOn(day).length > 0)
    .flatMap((day) =>
      ['晨', '午'].flatMap((slot) =>
        peopleOn(day).map((person) => {
          const { id, name, category, group } = person;
          const time = clock((slot === '晨' ? 492 : 838) + luck(14, slot, day, id));
          const head = [day, slot];
          const tail = [inspectorOf(group)];
          return isSick(person, day)
            ? [...head, '', group, category, name, id, '否', '', '', '', '', '病假', ...tail]
            : [...head, time, group, category, name, id, '是', celsius(slot, day, id), '否', '否', '否', '', ...tail];
        }),
      ),
    );
  return [
    [
      '日期',
      '时段',
      '检查时间',
      '班级/部门',
      '人员类别',
      '姓名',
      '编号',
      '是否出勤',
      '体温',
      '发热',
      '干咳',
      '乏力',
      '缺勤原因',
      '检查人',
    ],
    ...rows,
  ];
}

function healthDaily({ celsius, days, staff, classes, isSick, sick, isOpen }) {
  const everyone = [
    ...staff.map((person) => ({ ...person, category: '教职工', class: '', since: '' })),
    ...classes.flatMap(({ id, trainees }) =>
      trainees.map((person) => ({ ...person, category: '学员', class: id, since: person.enrolledOn })),
    ),
  ];
  const rows = days.flatMap((day) =>
    everyone
      .filter(({ since }) => since <= day)
      .map((person) => [
        day,
        person.name,
        person.category,
        person.class,
        celsius('am', day, person.id),
        celsius('pm', day, person.id),
        isSick(person, day) ? sick.symptom : '无',
        '良好',
        isOpen(day) && !isSick(person, day) ? '学校、家中' : '家中',
        '否',
        isOpen(day) && !isSick(person, day) ? '步行' : '',
        '',
      ]),
  );
  return [
    [
      '日期',
      '姓名',
      '人员类别',
      '班级',
      '晨体温',
      '晚体温',
      '症状',
      '共同居住人健康',
      '去向',
      '接触情况',
      '交通方式',
      '全程口罩',
    ],
    ...rows,
  ];
}

function history14({ staff, classes, head }) {
  const firstDay = classes.map((each) => each.firstDay).sort()[0];
  const row = (person, category, group, first) => [
    person.name,
    category,
    group,
    addDays(first, -14),
    addDays(first, -1),
    '良好',
    '无',
    '无',
    '无',
    '无',
    '无',
    '无',
    head.name,
    addDays(first, -1),
  ];
  return [
    [
      '姓名',
      '人员类别',
      '班级/部门',
      '调查起',
      '调查止',
      '健康状况',
      '症状',
      '出行',
      '聚会',
      '聚餐',
      '旅居类型',
      '接触史',
      '核查人',
      '核查日期',
    ],
    ...staff.map((person) => row(person, '教职工', person.position, firstDay)),
    ...classes.flatMap((each) => each.trainees.map((person) => row(person, '学员', each.name, each.firstDay))),
  ];
}

function absence({ celsius, sick, sickUntil, classes, days, isOpen }) {
  const header = [
    '日期',
    '姓名',
    '班级/部门',
    '缺勤类型',
    '发病日期',
    '主要症状',
    '体温',
    '是否就诊',
    '就诊医院',
    '诊断',
    '追踪日期',
    '追踪情况',
    '转归',
    '返训日期',
    '追踪人',
  ];
  if (!sick) return [header];
  const group = classes.find(({ trainees }) => trainees.some(({ id }) => id === sick.person));
  const { name } = group.trainees.find(({ id }) => id === sick.person);
  const absent = days.filter((day) => day >= sick.from && day < sickUntil && isOpen(day));
  return [
    header,
    ...absent.map((day, i) => {
      const isLast = i === absent.length - 1;
      return [
        day,
        name,
        group.name,
        '病假',
        sick.from,
        sick.symptom,
        celsius('home', day),
        '是',
        '示例医院',
        sick.diagnosis,
        day,
        isLast ? '已好转' : '在家休息',
        isLast ? '治愈' : '在治',
        isLast ? sickUntil : '',
        group.teacher.name,
      ];
    }),
  ];
}

function dailyReport({ luck, days, name, staff, classes, isOpen, peopleOn, presentOn, isSick, recipients, head }) {
  const rows = days.map((day) => {
    const open = isOpen(day);
    const expected = open ? peopleOn(day) : [];
    const present = open ? presentOn(day) : [];
    const count = (people, category) => people.filter((each) => each.category === category).length;
    const ill = classes.flatMap(({ trainees }) => trainees).filter((person) => isSick(person, day)).length;
    return [
      day,
      name,
      open ? staff.length : 0,
      count(present, '教职工'),
      count(expected, '学员'),
      count(present, '学员'),
      ill,
      0,
      ill,
      0,
      0,
      0,
      0,
      0,
      0,
      ill === 0 ? '是' : '否',
      ill === 0 ? '' : '学员在家咳嗽',
      recipients,
      head.name,
      staff[0].name,
      `${day} ${clock(1030 + luck(40, 'report', day))}`,
    ];
  });
  return [
    [
      '日期',
      '单位',
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
      '情况说明',
      '报送单位',
      '填报人',
      '审核人',
      '填报时间',
    ],
    ...rows,
  ];
}

function disinfection({ luck, openDays, classesOn, steward, head }) {
  const rows = openDays.flatMap((day) => {
    const later = luck(9, 'clean', day);
    const row = (minutes, space, object, method, agent, strength) => [
      day,
      clock(minutes + later),
      clock(minutes + later + 30),
      space,
      object,
      method,
      agent,
      strength,
      30,
      steward.name,
      head.name,
    ];
    return [
      ...classesOn(day).map(({ roomName }, i) =>
        row(1065 + 3 * i, roomName, '桌椅、门把手、教学用具', '擦拭', '75%酒精', '75%'),
      ),
      row(1080, '公共区域', '水龙头、楼梯扶手、门把手', '擦拭', '84消毒液', '500mg/L'),
      row(1112, '一楼厕所', '厕所、下水道、地面', '冲洗', '84消毒液', '500mg/L'),
      row(1112, '二楼厕所', '厕所、下水道、地面', '冲洗', '84消毒液', '500mg/L'),
      row(1145, '垃圾池', '垃圾池', '喷洒', '84消毒液', '1000mg/L'),
      row(1178, '全校', '地面、桌椅、教学用具', '喷洒', '84消毒液', '500mg/L'),
    ];
  });
  return [
    [
      '日期',
      '开始时间',
      '结束时间',
      '场所',
      '消毒对象',
      '消毒方式',
      '消毒剂',
      '浓度',
      '作用时间(min)',
      '消毒人',
      '验收人',
    ],
    ...rows,
  ];
}

function ventilation({ luck, openDays, classrooms, steward }) {
  const rows = openDays.flatMap((day) =>
    classrooms.flatMap((space, i) =>
      [450, 700, 1022].map((minutes, k) => {
        const open = minutes + 4 * i + luck(4, 'window', day, space, k);
        const length = 32 + luck(9, 'air', day, space, k);
        return [day, space, k + 1, clock(open), clock(open + length), length, '自然', steward.name];
      }),
    ),
  );
  return [['日期', '场所', '次序', '开窗时间', '关窗时间', '时长(分钟)', '通风方式', '责任人'], ...rows];
}

function hygiene({ from, openDays, selfCheck, steward, head }) {
  const row = (day, area, item) => [day, area, item, '合格', '', steward.name, day, '全校', head.name];
  const prepared = [
    ['全校', '灭鼠'],
    ['全校', '灭蚊'],
    ['全校', '卫生死角'],
    ['后院', '孳生地'],
  ].map(([area, item]) => row(from < selfCheck ? from : addDays(selfCheck, -4), area, item));
  const weekly = openDays
    .filter((day, i) => i === 0 || i === openDays.length - 1 || new Date(day).getUTCDay() % 3 === 0)
    .flatMap((day) => [row(day, '一楼', '厕所'), row(day, '二楼', '教室')]);
  return [
    ['日期', '检查区域', '检查项目', '结果', '问题', '责任人', '通报日期', '通报范围', '检查人'],
    ...[...prepared, ...weekly].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  ];
}

function maskBin({ luck, openDays, bins, steward }) {
  return [
    ['日期', '收集点', '数量(只)', '消毒时间', '消毒剂及浓度', '收运时间', '去向', '操作人'],
    ...openDays.flatMap((day) =>
      bins.map((bin) => {
        const time = 1070 + luck(15, 'bin', day, bin);
        const count = 4 + luck(9, 'masks', day, bin);
        return [day, bin, count, clock(time), '84消毒液1000mg/L', clock(time + 35), '环卫收运点', steward.name];
      }),
    ),
  ];
}

function supplies({ openDays, steward, head }) {
  const stocks = [
    ['医用口罩', '一次性', '只', 600, 20, '一楼物资柜', '2022-03-01'],
    ['75%酒精', '500ml', '瓶', 40, 1, '一楼物资柜', '2022-03-01'],
    ['84消毒液', '500g', '瓶', 40, 2, '二楼清洁间', '2021-03-01'],
  ];
  const weeks = openDays.filter((day, i) => i > 0 && new Date(day).getUTCDay() === 6);
  const row = (day, [item, spec, unit, , , storage, expires], [opening, taken, given], source, purpose) => [
    day,
    item,
    spec,
    unit,
    opening,
    taken,
    given,
    opening + taken - given,
    source,
    expires,
    storage,
    given > 0 ? head.name : '',
    purpose,
    steward.name,
    steward.name,
  ];
  return [
    [
      '日期',
      '品名',
      '规格',
      '单位',
      '期初',
      '入库',
      '出库',
      '结存',
      '来源',
      '有效期至',
      '存放位置',
      '领用人',
      '用途',
      '经办人',
      '保管员',
    ],
    ...stocks.map((stock) => row(openDays[0], stock, [0, stock[3], 0], '自购', '储备')),
    ...weeks.flatMap((day, w) =>
      stocks.map((stock) => row(day, stock, [stock[3] - w * stock[4], 0, stock[4]], '', '日常使用')),
    ),
  ];
}

function training({ from, staff, head }) {
  const names = staff.map(({ name }) => name).join('、');
  const row = (day, type, topic, subjects, kind, number) => [
    day,
    type,
    topic,
    subjects,
    head.name,
    '201理论教室',
    '09:00',
    '11:00',
    staff.length,
    staff.length,
    names,
    kind,
    number,
    head.name,
  ];
  return [
    [
      '日期',
      '类型',
      '主题',
      '科目',
      '主讲',
      '地点',
      '开始时间',
      '结束时间',
      '应到',
      '实到',
      '参加人员',
      '演练类别',
      '存档号',
      '记录人',
    ],
    row(from, '培训', '疫情防控培训', '疫情防控方案、各项制度、个人防护、消毒知识', '', 'PX-03'),
    row(
      addDays(from, 1),
      '学习文件',
      '防控法规和文件',
      '传染病防治法、突发公共卫生事件应急条例、自治区防控文件',
      '',
      'XX-01',
    ),
    row(addDays(from, 2), '演练', '发热学员处置演练', '报告、隔离、送诊', '实战', 'YL-02'),
    row(addDays(from, 3), '健康教育', '怎样洗手和戴口罩', '洗手、口罩、咳嗽礼仪', '', 'JY-01'),
  ];
}

function session({ openDays, classesOn, isSick }) {
  const counts = new Map();
  const rows = openDays.flatMap((day) =>
    classesOn(day).flatMap((each) =>
      [
        ['08:30', '11:30'],
        ['14:30', '17:00'],
      ].map(([start, end]) => {
        const no = (counts.get(each.id) ?? 0) + 1;
        counts.set(each.id, no);
        const { length } = each.trainees;
        return [
          day,
          each.name,
          no,
          start,
          end,
          each.roomName,
          each.teacher.name,
          no === 1 ? '开学第一课：防控知识' : `${each.trade}第${no}讲`,
          no === 1 ? '是' : '否',
          length,
          length - each.trainees.filter((person) => isSick(person, day)).length,
        ];
      }),
    ),
  );
  return [
    ['日期', '班级', '课次', '开始时间', '结束时间', '教室', '教师', '内容', '防控知识', '应到', '实到'],
    ...rows,
  ];
}

function fire({ from, openDays, steward }) {
  const days = [...new Set([from, openDays.at(-1)])];
  return [
    [
      '日期',
      '部位',
      '通道畅通',
      '指示标志',
      '示意图',
      '灭火器编号',
      '灭火器类型',
      '压力正常',
      '有效期',
      '问题',
      '检查人',
    ],
    ...days.flatMap((day) => [
      [day, '一楼走廊', '是', '是', '是', 'F1', '干粉', '是', '2028-01-10', '', steward.name],
      [day, '二楼走廊', '是', '是', '是', 'F2', '干粉', '是', '2028-01-10', '', steward.name],
    ]),
  ];
}

function meals({ openDays, classesOn, isSick }) {
  const rows = openDays.flatMap((day) => {
    const groups = classesOn(day);
    if (groups.length === 0) return [];
    const here = ({ trainees }) => trainees.filter((person) => !isSick(person, day)).length;
    const [first, second] = groups;
    const half = Math.ceil(here(first) / 2);
    const batches = second
      ? [
          [first.name, here(first)],
          [second.name, here(second)],
        ]
      : [
          [first.name, half],
          [first.name, here(first) - half],
        ];
    return batches.map(([name, people], i) => [
      day,
      '中',
      i + 1,
      ['11:40', '12:20'][i],
      ['12:10', '12:50'][i],
      name,
      people,
      '是',
    ]);
  });
  return [['日期', '餐次', '批次', '开始时间', '结束时间', '班级', '人数', '分餐'], ...rows];
}

function rectification({ selfCheck, steward }) {
  return [
    ['编号', '来源', '问题', '提出日期', '整改期限', '责任人', '完成日期', '复查结果'],
    [
      'ZG-01',
      '自查',
      '二楼走廊洗手液用完',
      selfCheck,
      addDays(selfCheck, 3),
      steward.name,
      addDays(selfCheck, 1),
      '合格',
    ],
  ];
}

const ISOLATION = [
  '日期',
  '姓名',
  '人员类别',
  '隔离室',
  '进入时间',
  '进入体温',
  '症状',
  '观察人',
  '离开时间',
  '去向',
  '房间消毒时间',
  '记录人',
];
const INCIDENT = [
  '编号',
  '发现时间',
  '姓名',
  '人员类别',
  '症状',
  '体温',
  '分类',
  '负责人到场时间',
  '送诊时间',
  '医疗机构',
  '诊断结果',
  '报属地人社时间',
  '报属地指挥部时间',
];
const CLEARANCE = [
  '姓名',
  '班级/部门',
  '疾病或症状',
  '发病日期',
  '康复日期',
  '出具单位',
  '出具日期',
  '结论',
  '查验人',
  '返回日期',
];
const SUSPENSION = ['停训日期', '原因', '涉及场所', '清扫消毒完成日期', '评估日期', '复训日期'];
