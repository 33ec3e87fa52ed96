package dev.gill.source.lark;

import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.Client;
import com.lark.oapi.service.bitable.v1.model.ListAppTableReq;
import com.lark.oapi.service.bitable.v1.model.SearchAppTableRecordReq;
import com.lark.oapi.service.bitable.v1.model.SearchAppTableRecordReqBody;
import com.lark.oapi.service.docx.v1.model.Block;
import com.lark.oapi.service.docx.v1.model.GetDocumentReq;
import com.lark.oapi.service.docx.v1.model.ListDocumentBlockReq;
import com.lark.oapi.service.drive.v1.model.BatchQueryMetaReq;
import com.lark.oapi.service.drive.v1.model.ListPermissionMemberReq;
import com.lark.oapi.service.drive.v1.model.Meta;
import com.lark.oapi.service.drive.v1.model.MetaRequest;
import com.lark.oapi.service.drive.v1.model.RequestDoc;
import com.lark.oapi.service.im.v1.model.GetChatMembersReq;
import com.lark.oapi.service.im.v1.model.ListChatReq;
import com.lark.oapi.service.im.v1.model.ListMessageReq;
import com.lark.oapi.service.im.v1.model.Message;
import com.lark.oapi.service.sheets.v3.model.QuerySpreadsheetSheetReq;
import com.lark.oapi.service.wiki.v2.model.ListSpaceMemberReq;
import com.lark.oapi.service.wiki.v2.model.ListSpaceNodeReq;
import com.lark.oapi.service.wiki.v2.model.ListSpaceReq;
import com.lark.oapi.service.wiki.v2.model.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The stand-in that Gill is tested against answers as Lark's official SDK expects: what Gill reads
 * of it, the SDK reads as well, by the same requests.
 */
class OfficialSdkTest {
  private StandInLark lark;
  private Client client;

  @BeforeEach
  void begin() throws Exception {
    lark = new StandInLark();
    String url = lark.url();
    client =
        Client.newBuilder("cli_" + url.hashCode(), StandInLark.SECRET) // it keeps tokens by app
            .openBaseUrl(url.substring(0, url.length() - 1))
            .build();
  }

  @AfterEach
  void end() {
    lark.close();
  }

  @Test
  void it_finds_spaces_their_members_and_their_nodes() throws Exception {
    lark.write("deploy", "Every day.");
    lark.write("rollback", "Press it.").parent = "deploy";

    var spaces = client.wiki().v2().space().list(ListSpaceReq.newBuilder().build());
    assertThat(spaces.getCode()).isZero();
    assertThat(spaces.getData().getItems()[0].getName()).isEqualTo("Handbook");
    var members =
        client
            .wiki()
            .v2()
            .spaceMember()
            .list(ListSpaceMemberReq.newBuilder().spaceId(StandInLark.SPACE).build());
    assertThat(members.getData().getMembers()[0].getMemberId()).isEqualTo("ou_mira");
    var nodes =
        client
            .wiki()
            .v2()
            .spaceNode()
            .list(
                ListSpaceNodeReq.newBuilder()
                    .spaceId(StandInLark.SPACE)
                    .parentNodeToken("deploy")
                    .build());
    Node node = nodes.getData().getItems()[0];
    assertThat(node.getNodeToken()).isEqualTo("rollback");
    assertThat(node.getObjType()).isEqualTo("docx");
    assertThat(node.getParentNodeToken()).isEqualTo("deploy");
  }

  @Test
  void it_reads_pages_their_times_and_their_readers() throws Exception {
    StandInLark.Doc doc = lark.write("deploy", "Every day.");

    var document =
        client
            .docx()
            .v1()
            .document()
            .get(GetDocumentReq.newBuilder().documentId(doc.object()).build());
    assertThat(document.getData().getDocument().getRevisionId()).isEqualTo(2);
    var blocks =
        client
            .docx()
            .v1()
            .documentBlock()
            .list(
                ListDocumentBlockReq.newBuilder()
                    .documentId(doc.object())
                    .pageSize(500)
                    .documentRevisionId(-1)
                    .build());
    Block block = blocks.getData().getItems()[1];
    assertThat(block.getText().getElements()[0].getTextRun().getContent()).isEqualTo("Every day.");
    var metas =
        client
            .drive()
            .v1()
            .meta()
            .batchQuery(
                BatchQueryMetaReq.newBuilder()
                    .metaRequest(
                        MetaRequest.newBuilder()
                            .requestDocs(
                                new RequestDoc[] {
                                  RequestDoc.newBuilder()
                                      .docToken(doc.object())
                                      .docType("docx")
                                      .build()
                                })
                            .withUrl(true)
                            .build())
                    .build());
    Meta meta = metas.getData().getMetas()[0];
    assertThat(meta.getLatestModifyTime()).isEqualTo(Long.toString(doc.edited));
    assertThat(meta.getLatestModifyUser()).isEqualTo("ou_mira");
    assertThat(meta.getUrl()).startsWith("https://team.feishu.cn/");
    var readers =
        client
            .drive()
            .v1()
            .permissionMember()
            .list(ListPermissionMemberReq.newBuilder().token("deploy").type("wiki").build());
    assertThat(readers.getData().getItems()[0].getMemberType()).isEqualTo("wikispaceid");
  }

  @Test
  void it_reads_tables_and_sheets() throws Exception {
    StandInLark.Doc base = lark.put(new StandInLark.Doc("base", "bitable"));
    base.parts.put("tbl1", Tabular.base("Tasks", "Rotate keys", "Mira"));
    StandInLark.Doc book = lark.put(new StandInLark.Doc("book", "sheet"));
    book.parts.put("0b12", Tabular.sheet("Limits", "api", "120"));

    var tables =
        client
            .bitable()
            .v1()
            .appTable()
            .list(ListAppTableReq.newBuilder().appToken(base.object()).build());
    assertThat(tables.getData().getItems()[0].getName()).isEqualTo("Tasks");
    assertThat(tables.getData().getItems()[0].getRevision()).isEqualTo(1);
    var records =
        client
            .bitable()
            .v1()
            .appTableRecord()
            .search(
                SearchAppTableRecordReq.newBuilder()
                    .appToken(base.object())
                    .tableId("tbl1")
                    .searchAppTableRecordReqBody(SearchAppTableRecordReqBody.newBuilder().build())
                    .build());
    assertThat(records.getData().getItems()[0].getFields()).containsKey("Task");
    var sheets =
        client
            .sheets()
            .v3()
            .spreadsheetSheet()
            .query(QuerySpreadsheetSheetReq.newBuilder().spreadsheetToken(book.object()).build());
    assertThat(sheets.getData().getSheets()[0].getSheetId()).isEqualTo("0b12");
    assertThat(sheets.getData().getSheets()[0].getGridProperties().getRowCount()).isEqualTo(200);
  }

  @Test
  void it_reads_groups_their_members_and_messages() throws Exception {
    lark.groups.group("oc_ops", "Ops", "ou_mira");
    String root = lark.groups.say("oc_ops", "ou_mira", "How long are backups kept?");
    lark.groups.reply("oc_ops", "ou_mira", root, "For 35 days.");

    var chats = client.im().v1().chat().list(ListChatReq.newBuilder().pageSize(100).build());
    assertThat(chats.getData().getItems()[0].getName()).isEqualTo("Ops");
    var members =
        client
            .im()
            .v1()
            .chatMembers()
            .get(GetChatMembersReq.newBuilder().chatId("oc_ops").memberIdType("open_id").build());
    assertThat(members.getData().getItems()[0].getMemberId()).isEqualTo("ou_mira");
    Message first = messages("chat", "oc_ops")[0];
    assertThat(first.getMessageId()).isEqualTo(root);
    assertThat(first.getSender().getId()).isEqualTo("ou_mira");
    assertThat(first.getDeleted()).isFalse();
    assertThat(first.getBody().getContent()).contains("How long are backups kept?");
    assertThat(messages("thread", first.getThreadId())[1].getRootId()).isEqualTo(root);
  }

  private Message[] messages(String type, String id) throws Exception {
    return client
        .im()
        .v1()
        .message()
        .list(
            ListMessageReq.newBuilder()
                .containerIdType(type)
                .containerId(id)
                .sortType("ByCreateTimeAsc")
                .pageSize(50)
                .build())
        .getData()
        .getItems();
  }
}
