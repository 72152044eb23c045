//! Whether a cell holds a Chinese name, by surnames. A guess: only lists of them count.

use super::reading::is_han;

/// The commonest surnames of one character.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷曲冉骆阿吉沙古沙罗海且尔";
/// Surnames of two characters.
const COMPOUND: [&str; 8] = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "令狐",
];
/// Words of tables that begin like names.
const WORDS: &str = "方案 高中 高级 常务 安全 安排 项目 金额 金融 时间 程序 严格 文件 文化 文号 万元 江苏 水利 何时 成果 成本 成都 任务 钱款 温州 云南 管理 单位 单价 白酒 石油 毛利 易地 关于 关爱 关键 包装 康复 宁夏 尚未 章节 左右 古建 龙头 马铃薯 黄金 牛羊 田地 田间 谷物 海拔 施工 施肥 武装 常规 任期 计划 程度 左侧 万人 余额 方式 方法 高速 高温 安装 安置 文旅 金属 石材 石料 白色 黄色 常住 计算 吉利 申报 申请 单项 成员 成立 成品 常年 安全帽 文化站 路灯 许可 许可证";
/// How places and bodies end, and names do not.
const ENDINGS: &str = "村镇乡县市区局办院校站所室厅部组队社会司厂店费款户项类级率量";

/// Whether the characters are a name: a surname, and one or two characters more.
pub(super) fn is_name(name: &[char]) -> bool {
    let Some((first, last)) = name.first().zip(name.last()) else {
        return false;
    };
    let text: String = name.iter().collect();
    let compound = COMPOUND.iter().any(|surname| text.starts_with(surname));
    let length = match name.len() {
        2 | 3 => SURNAMES.contains(*first) || (compound && name.len() == 3),
        4 => compound,
        _ => false,
    };
    length
        && name.iter().all(|c| is_han(*c))
        && !ENDINGS.contains(*last)
        && !WORDS.split(' ').any(|word| word == text)
}

/// Whether the characters may be a name where the head of the column says that they are one.
pub(super) fn may_be_name(name: &[char]) -> bool {
    let letters = name.iter().filter(|c| **c != '·').count();
    (2..=12).contains(&letters) && name.iter().all(|c| is_han(*c) || *c == '·')
}
