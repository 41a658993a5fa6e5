using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpCenter.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DesignImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Designs_PatentNumber",
                table: "Designs");

            migrationBuilder.AddColumn<int>(
                name: "Order",
                table: "DesignViews",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ReplacedAt",
                table: "DesignViews",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "FiledOn",
                table: "Designs",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "ExpiresOn",
                table: "Designs",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "AnnouncedOn",
                table: "Designs",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "ImportId",
                table: "Designs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Numbering",
                table: "Designs",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "Designs",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DesignImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RequestedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    TableSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FilesOf = table.Column<Guid>(type: "TEXT", nullable: false),
                    PicturesAt = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    PicturesName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    PicturesMark = table.Column<string>(type: "TEXT", maxLength: 1100, nullable: false),
                    IsRehearsal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Encoding = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Separator = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    Header = table.Column<string>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StopReason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    StopRequested = table.Column<bool>(type: "INTEGER", nullable: false),
                    RowsDone = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    Warned = table.Column<int>(type: "INTEGER", nullable: false),
                    Pictures = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkedMilliseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenBack = table.Column<int>(type: "INTEGER", nullable: false),
                    KeptBack = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Lease = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DesignImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DesignImportRows",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DesignId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Problems = table.Column<string>(type: "TEXT", nullable: false),
                    HasProblems = table.Column<bool>(type: "INTEGER", nullable: false),
                    Cells = table.Column<string>(type: "TEXT", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    IsUndone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DesignImportRows", x => new { x.ImportId, x.Row });
                    table.ForeignKey(
                        name: "FK_DesignImportRows_DesignImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "DesignImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Designs_ImportId",
                table: "Designs",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_Designs_Numbering_PatentNumber",
                table: "Designs",
                columns: new[] { "Numbering", "PatentNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DesignImportRows_ImportId_HasProblems",
                table: "DesignImportRows",
                columns: new[] { "ImportId", "HasProblems" });

            migrationBuilder.CreateIndex(
                name: "IX_DesignImportRows_ImportId_Key",
                table: "DesignImportRows",
                columns: new[] { "ImportId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_DesignImportRows_ImportId_Outcome",
                table: "DesignImportRows",
                columns: new[] { "ImportId", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_DesignImports_State_CreatedAt",
                table: "DesignImports",
                columns: new[] { "State", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DesignImportRows");

            migrationBuilder.DropTable(
                name: "DesignImports");

            migrationBuilder.DropIndex(
                name: "IX_Designs_ImportId",
                table: "Designs");

            migrationBuilder.DropIndex(
                name: "IX_Designs_Numbering_PatentNumber",
                table: "Designs");

            migrationBuilder.DropColumn(
                name: "Order",
                table: "DesignViews");

            migrationBuilder.DropColumn(
                name: "ReplacedAt",
                table: "DesignViews");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "Designs");

            migrationBuilder.DropColumn(
                name: "Numbering",
                table: "Designs");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "Designs");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "FiledOn",
                table: "Designs",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "ExpiresOn",
                table: "Designs",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "AnnouncedOn",
                table: "Designs",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Designs_PatentNumber",
                table: "Designs",
                column: "PatentNumber",
                unique: true);
        }
    }
}
