using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpCenter.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeskQuality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Firms_CreditCode",
                table: "Firms");

            migrationBuilder.AddColumn<string>(
                name: "Codes",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CopiedFromId",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SampleSeeds",
                columns: table => new
                {
                    Period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Seed = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleSeeds", x => x.Period);
                });

            migrationBuilder.CreateTable(
                name: "SignFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignFindings_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SampleDraws",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    ExaminerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExaminerName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LocarnoClass = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Stratum = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Share = table.Column<double>(type: "REAL", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Number = table.Column<double>(type: "REAL", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleDraws", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SampleDraws_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SampleDraws_SampleSeeds_Period",
                        column: x => x.Period,
                        principalTable: "SampleSeeds",
                        principalColumn: "Period",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Firms_CreditCode",
                table: "Firms",
                column: "CreditCode",
                unique: true,
                filter: "\"CreditCode\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_SampleDraws_At",
                table: "SampleDraws",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_SampleDraws_CaseId_Attempt",
                table: "SampleDraws",
                columns: new[] { "CaseId", "Attempt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SampleDraws_Period",
                table: "SampleDraws",
                column: "Period");

            migrationBuilder.CreateIndex(
                name: "IX_SignFindings_CaseId_At",
                table: "SignFindings",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SignFindings_Subject",
                table: "SignFindings",
                column: "Subject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SampleDraws");

            migrationBuilder.DropTable(
                name: "SignFindings");

            migrationBuilder.DropTable(
                name: "SampleSeeds");

            migrationBuilder.DropIndex(
                name: "IX_Firms_CreditCode",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "Codes",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "CopiedFromId",
                table: "Applications");

            migrationBuilder.CreateIndex(
                name: "IX_Firms_CreditCode",
                table: "Firms",
                column: "CreditCode",
                unique: true);
        }
    }
}
