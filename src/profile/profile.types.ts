/** The profile of an institution. Generated from schemas/profile.schema.json by `npm run docs`; do not edit. */

/**
 * 机构概况 · Profile of an institution
 */
export interface Profile {
  /**
   * 核对日期 · 按这一天判断是否到期；不写用当天（北京时间） · As-of date
   */
  asOf?: string;
  /**
   * 机构 · Institution
   */
  institution?: {
    /**
     * 机构代号 · 英文字母和数字，用于报告和文件名 · Id
     */
    id?: string;
    /**
     * 机构全称 · Full name
     */
    name?: string;
    /**
     * 简称 · Short name
     */
    shortName?: string;
    /**
     * 统一社会信用代码 · Unified social credit code
     */
    creditCode?: string;
    /**
     * 地址 · Address
     */
    address?: string;
    /**
     * 所在县（区） · County or district
     */
    district?: string;
    /**
     * 法定代表人 · Legal representative
     */
    legalRepresentative?: string;
    /**
     * 主要负责人 · Principal
     */
    principal?: string;
    /**
     * 联系电话 · Phone
     */
    phone?: string;
    /**
     * 办学批准 · Licence
     */
    approval?: {
      /**
       * 批准机关 · Licensing authority
       */
      authority?: string;
      /**
       * 批准机关级别 · Level of the authority
       */
      level?: '县' | '区' | '市';
      /**
       * 办学许可证号 · Permit number
       */
      permitNo?: string;
      /**
       * 有效期至 · Valid until
       */
      validUntil?: string;
    };
  };
  /**
   * 开展情况 · Operation
   */
  operation?: {
    /**
     * 防控工作开始日期 · 每日类要求从这一天起算 · Start of prevention work
     */
    start?: string;
    /**
     * 恢复培训日期 · 还没有恢复就不写 · Day of resumption
     */
    resumedOn?: string;
    /**
     * 停课日 · Closed days
     *
     * Items: 日期或起止 · A date or a range
     */
    closed?: string[];
    /**
     * 每周停课日 · Closed days of the week
     *
     * Items: 星期 · Weekday
     */
    weeklyClosed?: ('周一' | '周二' | '周三' | '周四' | '周五' | '周六' | '周日')[];
  };
  /**
   * 场所概况 · Premises
   */
  premises?: {
    /**
     * 没有的设施 · 没有的就不查 · What the premises do not have
     *
     * Items: 设施 · 楼梯、垃圾池、下水道、食堂、宿舍、教学用具 · Facility
     */
    absent?: ('stairs' | 'refusePoint' | 'drains' | 'canteen' | 'dormitory' | 'teachingTools')[];
  };
  leadingGroup?: LeadingGroup;
  /**
   * 对接单位 · Contacts
   */
  liaison?: Contact[];
  /**
   * 方案和制度 · Documents
   */
  documents?: ProfileDocument[];
  /**
   * 日报告 · Reporting
   */
  reporting?: {
    /**
     * 报送单位 · Recipients
     *
     * Items: 单位 · Organisation
     */
    recipients?: string[];
    /**
     * 报送截止时刻 · 不写为当天之内（工具默认值） · Deadline
     */
    deadline?: string;
    /**
     * 截止时刻是否在次日 · Deadline falls on the next day
     */
    deadlineNextDay?: boolean;
  };
  /**
   * 教职工 · 逐项列出，或写 CSV 文件的路径，如 名单/教职工.csv · Staff
   */
  staff?: StaffMember[];
  /**
   * 班级 · Classes
   */
  classes?: TrainingClass[];
  /**
   * 鉴定 · Assessments
   */
  appraisals?: Appraisal[];
  /**
   * 场所 · Spaces
   */
  spaces?: Space[];
  /**
   * 出入口 · Entrances
   *
   * Items: 一个出入口 · An entrance
   */
  entrances?: {
    /**
     * 编号 · Id
     */
    id?: string;
    /**
     * 是否开放 · Open
     */
    open?: boolean;
    /**
     * 是否设体温检测点 · With a temperature checkpoint
     */
    checkpoint?: boolean;
  }[];
  /**
   * 隔离室 · Isolation rooms
   */
  isolationRooms?: IsolationRoom[];
  /**
   * 物资 · Supplies
   */
  supplies?: {
    /**
     * 酒精消毒液 · Alcohol disinfectant
     */
    alcohol?: {
      /**
       * 教室用（瓶） · 每间教室没有分别写时用 · For classrooms
       */
      classroomBottles?: number;
      /**
       * 办公室用（瓶） · For offices
       */
      officeBottles?: number;
      /**
       * 存放位置 · Stored in
       */
      storage?: string;
    };
    /**
     * 84消毒液 · 84 bleach
     */
    bleach84?: {
      /**
       * 存放位置 · Stored in
       */
      storage?: string;
      /**
       * 批次 · Lots
       */
      lots?: BleachLot[];
    };
    /**
     * 84消毒液与酒精的距离（米） · Distance between bleach and alcohol (m)
     */
    separation?: number;
    /**
     * 喷雾器 · Sprayers
     *
     * Items: 一种喷雾器 · A kind of sprayer
     */
    sprayers?: {
      /**
       * 形式 · Type
       */
      type?: '背负式' | '手提式' | '推车式' | '其他';
      /**
       * 动力 · Power
       */
      power?: '电动' | '手动' | '燃油';
      /**
       * 台数 · Number
       */
      count?: number;
    }[];
    /**
     * 口罩 · Masks
     */
    masks?: {
      /**
       * 只数 · 不含成套防护用品里的 · Pieces
       */
      pieces?: number;
    };
    /**
     * 体温枪（把） · Thermometer guns
     */
    thermometerGuns?: number;
    /**
     * 成套防护用品 · Protective equipment
     */
    ppe?: {
      /**
       * 一次性口罩（只） · Disposable masks
       */
      masks?: number;
      /**
       * 一次性帽子（顶） · Disposable caps
       */
      caps?: number;
      /**
       * 医用手套（双） · Medical gloves (pairs)
       */
      gloves?: number;
      /**
       * 鞋套（双） · Shoe covers (pairs)
       */
      shoeCovers?: number;
      /**
       * 体温针（支） · Clinical thermometers
       */
      clinicalThermometers?: number;
    };
    /**
     * 感冒药 · Cold medicine
     *
     * Items: 一种药 · A medicine
     */
    coldMedicine?: {
      /**
       * 药名 · Name
       */
      name?: string;
      /**
       * 盒数 · Packs
       */
      count?: number;
      /**
       * 有效期至 · Expires on
       */
      expiresOn?: string;
    }[];
    /**
     * 保管员 · Keeper
     */
    keeper?: string;
    /**
     * 盘点日期 · Counted on
     */
    countedOn?: string;
  };
  /**
   * 卫生 · Hygiene
   */
  hygiene?: {
    /**
     * 洗手处 · Wash points
     *
     * Items: 一处 · A wash point
     */
    washPoints?: {
      /**
       * 位置 · Place
       */
      place?: string;
      /**
       * 水龙头 · Taps
       */
      taps?: number;
      /**
       * 有无洗手液 · Soap
       */
      soap?: boolean;
      /**
       * 有无手消毒剂 · Sanitizer
       */
      sanitizer?: boolean;
    }[];
    /**
     * 废弃口罩专用桶 · Bins for used masks
     *
     * Items: 一个桶 · A bin
     */
    maskBins?: {
      /**
       * 编号 · Id
       */
      id?: string;
      /**
       * 位置 · Place
       */
      place?: string;
      /**
       * 标识是否清楚 · Clearly labelled
       */
      labelled?: boolean;
    }[];
    /**
     * 病媒生物防制 · Vector control
     *
     * Items: 一次 · A record
     */
    vectorControl?: {
      /**
       * 项目 · Kind
       */
      kind: '灭鼠' | '灭蚊' | '清除卫生死角' | '清除孳生地';
      /**
       * 日期 · Date
       */
      on?: string;
    }[];
  };
  /**
   * 宣传栏 · Boards
   *
   * Items: 一块 · A board
   */
  publicityBoards?: {
    /**
     * 位置 · Location
     */
    location?: string;
  }[];
  /**
   * 用餐 · Meals
   */
  meals?: {
    /**
     * 是否供餐 · Meals provided
     */
    provided?: boolean;
    /**
     * 方式 · Mode
     */
    mode?: '分餐' | '合餐';
    /**
     * 批次 · Batches
     */
    batches?: MealBatch[];
  };
  /**
   * 住宿 · Lodging
   */
  lodging?: {
    /**
     * 是否安排住宿 · Lodging provided
     */
    provided?: boolean;
    /**
     * 宿舍 · Rooms
     *
     * Items: 一间 · A room
     */
    rooms?: {
      /**
       * 房号 · Id
       */
      id?: string;
      /**
       * 床位 · Beds
       */
      beds?: Bed[];
    }[];
  };
  /**
   * 消防 · Fire safety
   */
  fire?: {
    /**
     * 疏散通道 · Evacuation routes
     *
     * Items: 一条 · A route
     */
    routes?: {
      /**
       * 编号 · Id
       */
      id?: string;
      /**
       * 是否畅通 · Clear
       */
      clear?: boolean;
      /**
       * 检查日期 · Checked on
       */
      checkedOn?: string;
    }[];
    /**
     * 楼层 · Floors
     *
     * Items: 一层 · A floor
     */
    floors?: {
      /**
       * 楼层 · Floor
       */
      floor?: string;
      /**
       * 疏散指示标志是否完整清晰 · Exit signs complete and legible
       */
      signs?: boolean;
      /**
       * 疏散示意图是否完整清晰 · Evacuation maps complete and legible
       */
      maps?: boolean;
    }[];
    /**
     * 灭火器 · Extinguishers
     */
    extinguishers?: Extinguisher[];
    /**
     * 10个方面隐患自查 · 按柳安委办〔2019〕26号自列，工具没有该文 · Self-check of the ten hazards
     *
     * Items: 一项 · A hazard
     */
    hazards?: {
      /**
       * 隐患方面 · Aspect
       */
      item?: string;
      /**
       * 是否存在 · Present
       */
      present?: boolean;
    }[];
  };
  /**
   * 14天情况核查 · 14-day survey
   */
  healthSurvey?: {
    /**
     * 专人 · Owner
     */
    owner?: string;
    /**
     * 核查起 · From
     */
    from?: string;
    /**
     * 核查止 · To
     */
    to?: string;
    /**
     * 已核查的教职工 · 逐项列出，或写 CSV 文件的路径，如 名单/已核查.csv · Staff covered
     *
     * Items: 人员 · Person
     */
    coveredStaff?: string[];
    /**
     * 报送单位 · Reported to
     */
    reportedTo?: string;
    /**
     * 报送日期 · Reported on
     */
    reportedOn?: string;
    /**
     * 重点地区名单 · List of key areas
     */
    keyAreas?: {
      /**
       * 发布单位 · Issued by
       */
      source?: string;
      /**
       * 版本日期 · Edition
       */
      editionDate?: string;
      /**
       * 地区 · Areas
       *
       * Items: 地区 · Area
       */
      areas?: string[];
    };
    /**
     * 来柳返柳人员 · 没有也写空名单 []；也可写 CSV 文件的路径，如 名单/来柳返柳人员.csv · Arrivals and returns
     */
    returnees?: Returnee[];
  };
  /**
   * 培训和演练 · Training and drills
   */
  training?: {
    /**
     * 培训 · Trainings
     *
     * Items: 一次培训 · A training
     */
    records?: {
      /**
       * 日期 · Date
       */
      on?: string;
      /**
       * 主题 · Topics
       *
       * Items: 主题 · Topic
       */
      topics?: string[];
      /**
       * 参加人 · Attendees
       *
       * Items: 人员 · Person
       */
      attendees?: string[];
      /**
       * 存档号 · Archive number
       */
      archiveNo?: string;
    }[];
    /**
     * 演练 · Drills
     *
     * Items: 一次演练 · A drill
     */
    drills?: {
      /**
       * 日期 · Date
       */
      on?: string;
      /**
       * 类别 · Kind
       */
      kind?: '实战' | '桌面';
      /**
       * 存档号 · Archive number
       */
      archiveNo?: string;
    }[];
  };
  /**
   * 承诺书 · 逐项列出，或写 CSV 文件的路径，如 名单/承诺书.csv · Commitments
   */
  commitments?: Commitment[];
  /**
   * 自查 · Self-check
   */
  selfCheck?: {
    /**
     * 日期 · Date
     */
    date?: string;
    /**
     * 项目 · Items
     *
     * Items: 一项 · An item
     */
    items?: {
      /**
       * 检查项目 · Item
       */
      item?: string;
      /**
       * 结果 · Result
       */
      result?: '是' | '否' | '不适用';
      /**
       * 说明 · Note
       */
      note?: string;
    }[];
  };
  /**
   * 申请 · Application
   */
  application?: {
    /**
     * 受理部门 · Recipient
     */
    to?: {
      /**
       * 级别 · Level
       */
      level?: '县' | '区' | '市';
      /**
       * 县（区） · County or district
       */
      area?: string;
    };
    /**
     * 申请日期 · Date
     */
    date?: string;
    /**
     * 材料 · Papers
     */
    documents?: ApplicationPaper[];
  };
  /**
   * 实地检查 · Inspection
   */
  inspection?: {
    /**
     * 日期 · Date
     */
    date?: string;
    /**
     * 结果 · 合格、整改、不合格 · Result
     */
    result?: 'pass' | 'rectify' | 'fail';
    /**
     * 检查单位 · Inspected by
     */
    by?: string;
  };
  /**
   * 机构外培训 · Off-site training
   */
  offsite?: OffsiteClass[];
  /**
   * 疫情事件 · Incidents
   */
  incidents?: Incident[];
  /**
   * 整改 · Rectifications
   */
  rectifications?: Rectification[];
}
/**
 * 防控领导小组 · Leading group
 */
export interface LeadingGroup {
  /**
   * 成立日期 · Established on
   */
  establishedOn?: string;
  /**
   * 第一负责人 · First responsible
   */
  firstResponsible?: {
    /**
     * 人员 · 写 staff 里的编号或姓名 · Person
     */
    staff?: string;
    /**
     * 职位 · Position
     */
    position?: '主要领导' | '分管领导' | '教师' | '其他';
  };
  /**
   * 主要责任人 · 分管领导，写编号或姓名；连职位一起写的，每人一项 staff 和 position · Main responsible
   */
  mainResponsible?:
    | (
        | string
        | {
            /**
             * 人员 · 写 staff 里的编号或姓名 · Person
             */
            staff?: string;
            /**
             * 职位 · Position
             */
            position?: '主要领导' | '分管领导' | '教师' | '其他';
          }
      )[]
    | {
        /**
         * 人员 · 写 staff 里的编号或姓名 · Person
         */
        staff?: string;
        /**
         * 职位 · Position
         */
        position?: '主要领导' | '分管领导' | '教师' | '其他';
      };
  /**
   * 直接责任人 · 全部授课教师 · Directly responsible
   *
   * Items: 人员 · Person
   */
  directResponsible?: string[];
  /**
   * 分工 · Duties
   *
   * Items: 一项分工 · A duty
   */
  duties?: {
    /**
     * 职责 · Duty
     */
    duty?: string;
    /**
     * 负责人 · Person
     */
    person?: string;
  }[];
}
/**
 * 一个对接单位 · A contact
 */
export interface Contact {
  /**
   * 类别 · Kind
   */
  kind: '人社' | '卫健' | '疾控' | '发热门诊' | '社区';
  /**
   * 单位 · Organisation
   */
  organisation?: string;
  /**
   * 联系人 · Contact person
   */
  contact?: string;
  /**
   * 电话 · Phone
   */
  phone?: string;
  /**
   * 对接日期 · Contacted on
   */
  contactedOn?: string;
}
/**
 * 一份方案或制度 · A document
 */
export interface ProfileDocument {
  /**
   * 种类 · Kind
   */
  kind:
    | 'work-plan'
    | 'emergency-plan'
    | 'subplan-preopening'
    | 'subplan-opening'
    | 'subplan-teacher-training'
    | 'system-reporting'
    | 'system-morning-noon-check'
    | 'system-absence-tracing'
    | 'system-health-management'
    | 'system-hygiene-disinfection'
    | 'system-health-education'
    | 'system-supplies-management'
    | 'system-daily-zero-report'
    | 'instant-monitoring'
    | 'lessons';
  /**
   * 标题 · Title
   */
  title?: string;
  /**
   * 制定日期 · Adopted on
   */
  adoptedOn?: string;
  /**
   * 责任人 · Owner
   */
  owner?: string;
  /**
   * 文件 · File
   */
  file?: string;
  /**
   * 对应的疫情编号 · 只用于 lessons · Incident id
   */
  incident?: string;
}
/**
 * 一名教职工 · A member of staff
 */
export interface StaffMember {
  /**
   * 编号 · Id
   */
  id?: string;
  /**
   * 姓名 · Name
   */
  name?: string;
  /**
   * 性别 · Gender
   */
  gender?: '男' | '女';
  /**
   * 身份证号 · ID number
   */
  idNumber?: string;
  /**
   * 类别 · Role
   */
  role?: '教师' | '管理' | '后勤';
  /**
   * 部门/岗位 · Department or post
   */
  position?: string;
  /**
   * 联系电话 · Phone
   */
  phone?: string;
  /**
   * 入职日期 · Hired on
   */
  hiredOn?: string;
  /**
   * 离职日期 · Left on
   */
  leftOn?: string;
  /**
   * 健康码 · Health code
   */
  healthCode?: '绿' | '黄' | '红';
  /**
   * 备注 · Remark
   */
  remark?: string;
}
/**
 * 一个班 · A class
 */
export interface TrainingClass {
  /**
   * 编号 · Id
   */
  id?: string;
  /**
   * 班名 · Name
   */
  name?: string;
  /**
   * 培训项目（工种） · Trade
   */
  trade?: string;
  /**
   * 等级 · Level
   */
  level?: string;
  /**
   * 教室 · Room
   */
  room?: string;
  /**
   * 授课教师 · Teacher
   */
  teacher?: string;
  /**
   * 开班日期 · First day
   */
  startDate?: string;
  /**
   * 结束日期 · Last day
   */
  endDate?: string;
  /**
   * 课时 · Hours
   */
  hours?: number;
  /**
   * 是否安排鉴定 · With an assessment
   */
  appraisal?: boolean;
  /**
   * 计划人数 · Planned number of trainees
   */
  plannedSize?: number;
  /**
   * 学员 · 逐项列出，或写 CSV 文件的路径，如 名单/电工四级1班.csv · Trainees
   */
  trainees?: Trainee[];
  /**
   * 课次 · Sessions
   */
  sessions?: Session[];
}
/**
 * 一名学员 · A trainee
 */
export interface Trainee {
  /**
   * 学号 · Id
   */
  id?: string;
  /**
   * 姓名 · Name
   */
  name?: string;
  /**
   * 性别 · Gender
   */
  gender?: '男' | '女';
  /**
   * 身份证号 · ID number
   */
  idNumber?: string;
  /**
   * 联系电话 · Phone
   */
  phone?: string;
  /**
   * 现住址 · Address
   */
  address?: string;
  /**
   * 紧急联系人 · Emergency contact
   */
  emergencyContact?: string;
  /**
   * 紧急联系电话 · Emergency phone
   */
  emergencyPhone?: string;
  /**
   * 报名日期 · Enrolled on
   */
  enrolledOn?: string;
  /**
   * 首次到训日期 · First day present
   */
  firstDay?: string;
  /**
   * 来训交通方式 · Way of travelling
   */
  transport?: string;
  /**
   * 健康码 · Health code
   */
  healthCode?: '绿' | '黄' | '红';
  /**
   * 人员类别 · Category
   */
  category?: string;
  /**
   * 备注 · Remark
   */
  remark?: string;
}
/**
 * 一次课 · A session
 */
export interface Session {
  /**
   * 课次 · Number
   */
  no?: number;
  /**
   * 日期 · Date
   */
  date?: string;
  /**
   * 开始 · Start
   */
  start?: string;
  /**
   * 结束 · End
   */
  end?: string;
  /**
   * 内容 · Topic
   */
  topic?: string;
  /**
   * 是否含防控知识 · With epidemic knowledge
   */
  epidemic?: boolean;
  /**
   * 是否在机构外 · Held off site
   */
  offsite?: boolean;
}
/**
 * 一场鉴定 · An assessment
 */
export interface Appraisal {
  /**
   * 编号 · Id
   */
  id?: string;
  /**
   * 日期 · Date
   */
  date?: string;
  /**
   * 场所 · Room
   */
  room?: string;
  /**
   * 人员 · 考生和考评员 · People
   *
   * Items: 姓名 · Name
   */
  people?: string[];
  /**
   * 考评员 · 人员中的考评员，不计入考生人数 · Examiners
   *
   * Items: 姓名 · Name
   */
  examiners?: string[];
}
/**
 * 一处场所 · A space
 */
export interface Space {
  /**
   * 编号 · Id
   */
  id?: string;
  /**
   * 名称 · Name
   */
  name?: string;
  /**
   * 种类 · 教室、办公室、厕所、走廊、隔离室、食堂、宿舍、其他 · Kind
   */
  kind: 'classroom' | 'office' | 'toilet' | 'corridor' | 'isolation' | 'canteen' | 'dormitory' | 'outdoor' | 'other';
  /**
   * 长（米） · Length (m)
   */
  length?: number;
  /**
   * 宽（米） · Width (m)
   */
  width?: number;
  seats?: Seats;
  /**
   * 室内固定的东西 · 座位不能占的地方；面朝前方量 · What stands in the room
   */
  fixtures?: Fixture[];
  desk?: Desk;
  /**
   * 酒精消毒液（瓶） · Bottles of alcohol
   */
  alcoholBottles?: number;
  /**
   * 是否用空调 · Air conditioning in use
   */
  airConditioning?: boolean;
}
/**
 * 座位 · Seats
 */
export interface Seats {
  /**
   * 排数 · Rows
   */
  rows?: number;
  /**
   * 每排座位 · Seats per row
   */
  columns?: number;
  /**
   * 排距（米，座位中心到中心） · Distance between rows (m, centre to centre)
   */
  rowSpacing?: number;
  /**
   * 列距（米，座位中心到中心） · Distance between columns (m, centre to centre)
   */
  columnSpacing?: number;
  /**
   * 座位坐标（米） · 面朝前方，先写离左墙，再写离前墙 · Seat coordinates (m)
   */
  points?: [number, number][];
  /**
   * 量得的最小间隔（米） · Smallest distance measured (m)
   */
  minSpacing?: number;
}
/**
 * 一处 · A fixture
 */
export interface Fixture {
  /**
   * 种类 · 讲台、门（连同开门的地方）、柱子、过道 · Kind
   */
  kind: 'podium' | 'door' | 'pillar' | 'aisle';
  /**
   * 左边离左墙（米） · From the left wall to its left side (m)
   */
  x: number;
  /**
   * 前边离前墙（米） · From the front wall to its front side (m)
   */
  y: number;
  /**
   * 左右宽（米） · Width, from left to right (m)
   */
  width: number;
  /**
   * 前后长（米） · Length, from front to back (m)
   */
  length: number;
}
/**
 * 一个座位占的地方 · 课桌连同椅子 · The place that a seat takes
 */
export interface Desk {
  /**
   * 左右宽（米） · Width, from left to right (m)
   */
  width: number;
  /**
   * 前后长（米） · Length, from front to back (m)
   */
  length: number;
}
/**
 * 一间隔离室 · An isolation room
 */
export interface IsolationRoom {
  /**
   * 场所编号 · Space
   */
  space?: string;
  /**
   * 是否独立设室 · A room of its own
   */
  independent?: boolean;
  /**
   * 与什么合用 · 不合用写“无” · Shared with
   */
  sharedWith?: string;
  /**
   * 是否与其他室内区域空气流通 · Exchanges air with other indoor areas
   */
  sharedAirflow?: boolean;
  /**
   * 空调形式 · 无、分体、中央空调、有回风管 · Air handling
   */
  airHandling?: 'none' | 'split' | 'central' | 'return-duct';
  /**
   * 通风方式 · 开窗、独立排风、无 · Ventilation
   */
  ventilation?: 'window' | 'dedicated-exhaust' | 'none';
  /**
   * 是否张贴隔离制度 · Rules posted
   */
  rulesPosted?: boolean;
  /**
   * 有无单独卫生间 · Own toilet
   */
  ownToilet?: boolean;
  /**
   * 有无单独洗手设施 · Own hand-washing
   */
  ownHandwash?: boolean;
  /**
   * 计划容纳人数 · Planned capacity
   */
  plannedCapacity?: number;
  /**
   * 配备 · Equipment
   */
  equipment?: {
    /**
     * 床位或座位 · Beds or seats
     */
    beds?: number;
    /**
     * 体温计 · Thermometers
     */
    thermometers?: number;
    /**
     * 口罩 · Masks
     */
    masks?: number;
    /**
     * 消毒用品（份） · Disinfectant
     */
    disinfectant?: number;
  };
}
/**
 * 一批 · A lot
 */
export interface BleachLot {
  /**
   * 瓶数 · Bottles
   */
  count?: number;
  /**
   * 每瓶克数 · Grams per bottle
   */
  sizeGrams?: number;
  /**
   * 有效期至 · Expires on
   */
  expiresOn?: string;
}
/**
 * 一批 · A batch
 */
export interface MealBatch {
  /**
   * 餐次 · Meal
   */
  meal?: '早餐' | '午餐' | '晚餐';
  /**
   * 开始 · Start
   */
  start?: string;
  /**
   * 结束 · End
   */
  end?: string;
  /**
   * 班级 · Classes
   *
   * Items: 编号 · Id
   */
  classes?: string[];
}
/**
 * 一张床 · A bed
 */
export interface Bed {
  /**
   * 排 · Row
   */
  row?: number;
  /**
   * 位置 · 同排从一头数起 · Position
   */
  position?: number;
  /**
   * 上下铺 · Level
   */
  level?: '下' | '上';
  /**
   * 入住人 · 空床不写 · Occupant
   */
  occupant?: string;
}
/**
 * 一具 · An extinguisher
 */
export interface Extinguisher {
  /**
   * 编号 · Id
   */
  id?: string;
  /**
   * 位置 · Place
   */
  place?: string;
  /**
   * 类型 · Type
   */
  type?: '水基' | '干粉' | '洁净气体' | '二氧化碳';
  /**
   * 出厂日期 · Made on
   */
  madeOn?: string;
  /**
   * 维修日期 · Serviced on
   */
  servicedOn?: string;
  /**
   * 使用期限至 · In service until
   */
  expiresOn?: string;
}
/**
 * 一人 · A person
 */
export interface Returnee {
  /**
   * 姓名 · Name
   */
  name?: string;
  /**
   * 性别 · Gender
   */
  gender?: '男' | '女';
  /**
   * 年龄 · Age
   */
  age?: number;
  /**
   * 身份证号/护照号 · ID or passport number
   */
  idNumber?: string;
  /**
   * 人员类别 · Category
   */
  category?: '教职工' | '学员';
  /**
   * 部门/班级 · Department or class
   */
  group?: string;
  /**
   * 联系电话 · Phone
   */
  phone?: string;
  /**
   * 户籍地（国籍） · Registered residence
   */
  registeredResidence?: string;
  /**
   * 现住址 · Address
   */
  address?: string;
  /**
   * 类型 · Type
   */
  type?: '国内重点地区' | '境外';
  /**
   * 旅居地 · Place
   */
  place?: string;
  /**
   * 离开日期 · Left on
   */
  leftOn?: string;
  /**
   * 返柳日期 · Returned on
   */
  returnedOn?: string;
  /**
   * 交通工具及车次 · Transport
   */
  transport?: string;
  /**
   * 途经停留地 · Stops
   */
  stops?: string;
  /**
   * 同行人 · Companions
   */
  companions?: string;
  /**
   * 有无接触确诊或疑似病例 · Contact with a case
   */
  contact?: boolean;
  /**
   * 体温（℃） · Temperature (°C)
   */
  temperature?: number;
  /**
   * 症状 · Symptoms
   */
  symptoms?: string;
  /**
   * 隔离观察 · Observation
   */
  observation?: string;
  /**
   * 健康码 · Health code
   */
  healthCode?: '绿' | '黄' | '红';
  /**
   * 目前状态 · Status
   */
  status?: string;
  /**
   * 备注 · Remark
   */
  remark?: string;
}
/**
 * 一份 · A commitment
 */
export interface Commitment {
  /**
   * 种类 · 上岗、参训、机构 · Kind
   */
  kind: 'staff' | 'trainee' | 'institution';
  /**
   * 签署人 · 编号或姓名 · Signed by
   */
  person?: string;
  /**
   * 签署日期 · Signed on
   */
  signedOn?: string;
}
/**
 * 一份材料 · A paper
 */
export interface ApplicationPaper {
  /**
   * 种类 · 申请报告、教职工名单、安全管理承诺书、检查表 · Kind
   */
  kind: 'report' | 'staff-list' | 'safety-pledge' | 'checklist';
  /**
   * 日期 · Date
   */
  date?: string;
  /**
   * 是否签字 · Signed
   */
  signed?: boolean;
  /**
   * 是否盖章 · Sealed
   */
  sealed?: boolean;
  /**
   * 名单上的人 · 只用于 staff-list · People listed
   *
   * Items: 人员 · Person
   */
  people?: string[];
  /**
   * 名单人数 · 只用于 staff-list · Number listed
   */
  count?: number;
}
/**
 * 一个校外班 · An off-site class
 */
export interface OffsiteClass {
  /**
   * 班级 · Class
   */
  class?: string;
  /**
   * 场地 · Venue
   */
  venue?: {
    /**
     * 名称 · Name
     */
    name?: string;
    /**
     * 地址 · Address
     */
    address?: string;
    /**
     * 所在县（区） · County or district
     */
    area?: string;
  };
  /**
   * 申请 · Application
   */
  application?: {
    /**
     * 受理地人社部门所在县（区） · Area of the HR&SS department applied to
     */
    to?: string;
    /**
     * 日期 · Date
     */
    date?: string;
  };
  /**
   * 检查 · Inspection
   */
  inspection?: {
    /**
     * 结果 · Result
     */
    result?: 'pass' | 'rectify' | 'fail';
    /**
     * 日期 · Date
     */
    date?: string;
    /**
     * 检查单位 · Inspected by
     */
    by?: string;
  };
  /**
   * 开班日期 · First day
   */
  startDate?: string;
}
/**
 * 一起 · An incident
 */
export interface Incident {
  /**
   * 编号 · Id
   */
  id?: string;
  /**
   * 发现日期 · Found on
   */
  foundAt?: string;
  /**
   * 分类 · Classification
   */
  classification?: '突发疫情' | '疑似症状' | '排除';
  /**
   * 声明：配合卫健部门调查和处置 · Declared: cooperated with the health department
   */
  cooperation?: boolean;
  /**
   * 声明：没有授意他人迟报漏报瞒报 · Declared: nobody was told to report late, omit or conceal
   */
  noConcealment?: boolean;
  /**
   * 结案日期 · Closed on
   */
  closedOn?: string;
}
/**
 * 一项 · An item
 */
export interface Rectification {
  /**
   * 来源 · Source
   */
  source?: '自查' | '人社' | '卫健' | '应急处置';
  /**
   * 问题 · Issue
   */
  issue?: string;
  /**
   * 提出日期 · Raised on
   */
  raisedOn?: string;
  /**
   * 期限 · Due on
   */
  dueOn?: string;
  /**
   * 完成日期 · Closed on
   */
  closedOn?: string;
}
