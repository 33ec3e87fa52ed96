package dev.gill.parse.charset;

import dev.gill.model.SimplifiedChinese;
import java.util.BitSet;

/** The Chinese characters that make up most of a text. */
final class CommonHan {
  private static final String COMMON =
      "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
          + "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
          + "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
          + "美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
          + "解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件"
          + "计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象"
          + "完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔往"
          + "份请求假需备份服务器凌晨执行天存留保管钥匙库仓码密分机室楼班班次周末星期午早晚联系负责日期号线址邮件"
          + "网络系统用户文档说明使用配置安装启动停止检查错误问题版本更新客户项目合同费用报销采购库房办公会议培训"
          + "休假审批流程申请表单签字盖章经理员工部门公司财务人事技术支持电话地图价格付款发票银行账户元块钱"
          + "点半钟小时分秒左右上下前后内外东西南北早中晚每各某只能应当必须可以禁止不得若如果因为所以但是然后之"
          + "仓库移提领借还归最终后位离开闭锁灯窗门口处陈李王张刘林黄吴周徐孙朱赵何郭马罗高梁宋郑谢韩唐冯于董";

  private static final BitSet SET = new BitSet();

  static {
    COMMON.codePoints().forEach(SET::set);
  }

  private CommonHan() {}

  /** Whether it is one, in either way of writing Chinese. */
  static boolean contains(int codePoint) {
    return SET.get(codePoint)
        || SET.get(SimplifiedChinese.of(Character.toString(codePoint)).codePointAt(0));
  }
}
