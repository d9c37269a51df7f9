using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Walls;

internal static class WallPageTexts
{
    public static readonly Text NoBoard = new("没有这块成绩榜", "There is no such board");
    public static readonly Text Asked = new("本屏要显示:", "This screen asks for:");
    public static readonly Text WhatToDo = new(
        "请核对网址,或请竞赛办在榜单列表里选取。本屏每 60 秒再试一次。",
        "Check the address, or ask the competition office to pick it from the list. This screen tries again every 60 seconds.");
}
