//! The items of the demonstration. Made up; nobody real is meant.

/// How far an item has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Until {
    /// Begun, not submitted.
    Draft,
    /// Waits for the section head.
    InSectionReview,
    /// Waits for the leader.
    InReleaseReview,
    /// Sent back by the section head.
    Returned,
    /// Released, its address not back-filled yet.
    Released,
    /// Public.
    Published,
}

/// An item of the demonstration.
#[derive(Clone, Copy, Debug)]
pub(super) struct Story {
    /// The department.
    pub department: &'static str,
    /// The letters that its logins begin with.
    pub letters: &'static str,
    /// The last name of the column.
    pub column: &'static str,
    pub title: &'static str,
    pub body: &'static str,
    pub until: Until,
}

/// In the order in which they happen.
pub(super) const STORIES: &[Story] = &[
    Story {
        department: "县文化广播电视和旅游局",
        letters: "wlj",
        column: "旅游资讯",
        title: "盐边县冬季阳光康养旅游线路发布",
        body: "<p>冬季来临，我县整合温泉、芒果采摘和民族村寨资源，推出三条阳光康养旅游线路。</p>\
               <h2>线路安排</h2><ul><li>温泉康养一日游</li><li>果园采摘两日游</li>\
               <li>民族风情三日游</li></ul><p>出行前请留意天气和道路信息。</p>",
        until: Until::Published,
    },
    Story {
        department: "县委宣传部",
        letters: "xcb",
        column: "盐边要闻",
        title: "盐边县秋冬季森林草原防灭火工作部署会召开",
        body: "<p>近日，盐边县召开秋冬季森林草原防灭火工作部署会，对重点时段、重点区域的防控工作\
               作出安排。</p><p>会议要求，各乡镇各部门压实责任，加强巡查，做好应急准备。</p>",
        until: Until::Released,
    },
    Story {
        department: "桐子林镇",
        letters: "tzl",
        column: "工作动态",
        title: "开展冬季用火安全宣传活动",
        body: "<p>桐子林镇组织工作人员进村入户，开展冬季用火用电安全宣传，发放宣传资料，检查安全\
               隐患。</p>",
        until: Until::Returned,
    },
    Story {
        department: "县财政局",
        letters: "czj",
        column: "工作动态",
        title: "盐边县财政局召开季度预算执行分析会",
        body: "<p>县财政局召开季度预算执行分析会，围绕保基本民生、保工资、保运转，统筹资金调度，加强预算执行管理。\
               </p><table><tbody><tr><th>项目</th><th>进度</th></tr><tr><td>一般公共预算支出</td>\
               <td>按序时推进</td></tr></tbody></table>",
        until: Until::InReleaseReview,
    },
    Story {
        department: "县政府办公室",
        letters: "zfb",
        column: "工作动态",
        title: "县政府办公室组织学习政务公开工作要求",
        body: "<p>县政府办公室组织学习政务公开有关文件，梳理栏目更新情况，明确下一步整改措施。</p>",
        until: Until::InSectionReview,
    },
    Story {
        department: "县农业农村局",
        letters: "nyj",
        column: "市场信息",
        title: "本周主要农产品市场价格行情",
        body: "<p>本周我县主要农产品价格总体平稳，蔬菜价格小幅回落，生猪价格基本持平。</p>",
        until: Until::Draft,
    },
];
